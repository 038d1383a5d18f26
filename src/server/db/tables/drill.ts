import type { Generated } from 'kysely'
import type { Act } from '#core/drill/act.ts'
import type { Debrief } from '#core/drill/debrief.ts'
import type { Happening } from '#core/drill/happening.ts'
import type { Orders } from '#core/drill/orders.ts'
import type { Scenario } from '#core/drill/scenario.ts'
import type { DrillState } from '#core/drill/state.ts'
import type { At, Json, JsonDefault, MaybeAt, MaybeJson } from './column.ts'

export interface Drills {
  id: string
  workspace_id: string
  brand_id: string
  scenario: Json<Scenario>
  seed: string
  compression: number
  state: 'running' | 'paused' | 'over'
  started_by: string
  started_at: At
  paused_at: MaybeAt
  paused_ms: Generated<number>
  over_at: MaybeAt
  /** How far the desk's own log was told to the story. */
  followed: JsonDefault<{ tx?: string; id?: string }>
  orders: JsonDefault<Orders>
  world: Json<DrillState>
  debrief: MaybeJson<Debrief>
}

export interface DrillPeople {
  workspace_id: string
  member_id: string
  part: 'trainee' | 'observer'
}

export interface DrillActs {
  workspace_id: string
  id: string
  act: Json<Act>
}

export interface DrillHappenings {
  workspace_id: string
  seq: number
  happening: Json<Happening>
}

export interface DrillNotes {
  id: string
  workspace_id: string
  member_id: string
  text: string
  at: At
  story_at: number
}
