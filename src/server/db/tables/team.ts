import type { Generated } from 'kysely'
import type { Duty } from '#core/rota/rota.ts'
import type { At, Maybe, MaybeAt } from './column.ts'

export interface Shifts {
  id: string
  workspace_id: string
  member_id: string
  duty: Duty
  weekday: number
  starts: string
  ends: string
  created_at: At
}

export interface Absences {
  id: string
  workspace_id: string
  member_id: string
  stand_in_id: Maybe<string>
  from_at: At
  until_at: At
  ended_at: MaybeAt
  recorded_by: string
  recorded_at: At
}

export interface HoleNotices {
  id: string
  workspace_id: string
  duty: Duty
  starts_at: At
  ends_at: At
  told_at: At
}

export interface Routings {
  workspace_id: string
  gives: Generated<boolean>
  most_open: Generated<number>
  updated_at: At
}

export interface RoutingHands {
  workspace_id: string
  member_id: string
  languages: Generated<string[]>
  account_ids: Generated<string[]>
}
