import type { Generated } from 'kysely'
import type { Level } from '#core/autonomy/standing.ts'
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
  skills: Generated<string[]>
  updated_at: At
}

export interface RoutingRules {
  id: string
  workspace_id: string
  place: number
  words: Generated<string[]>
  connector: Maybe<string>
  account_id: Maybe<string>
  language: Maybe<string>
  skill: Maybe<string>
  department_id: Maybe<string>
  member_id: Maybe<string>
}

export interface Departments {
  id: string
  workspace_id: string
  name: string
  reach: Generated<string>
  head_id: Maybe<string>
  promise_minutes: number
  created_at: At
  closed_at: MaybeAt
}

export interface DepartmentPeople {
  workspace_id: string
  department_id: string
  member_id: string
}

export interface RoutingHands {
  workspace_id: string
  member_id: string
  languages: Generated<string[]>
  account_ids: Generated<string[]>
  skills: Generated<string[]>
}

export interface Autonomies {
  workspace_id: string
  member_id: string
  level: Level
  subjects: Generated<string[]>
  up_to_cents: Maybe<number>
  decided_by: Maybe<string>
  decided_at: MaybeAt
  told_at: MaybeAt
}
