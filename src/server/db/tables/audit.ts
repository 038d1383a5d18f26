import type { Generated } from 'kysely'
import type { At, Maybe } from './column.ts'

export interface EventSeals {
  workspace_id: string
  position: number
  event_id: string
  hash: Buffer
}

export interface EventChains {
  workspace_id: string
  position: Generated<number>
  head: Buffer
  tx: Maybe<string>
  event_id: Generated<string>
  sealed_at: At
}

export interface EventAnchors {
  workspace_id: string
  day: At
  position: number
  hash: Buffer
  anchored_at: At
}
