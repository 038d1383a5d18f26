import type { GestureKind, GestureObstacle } from '#core/case-file/gesture.ts'
import type { At, Maybe, MaybeAt } from './column.ts'

export interface Gestures {
  id: string
  workspace_id: string
  case_id: string
  author_id: string
  kind: GestureKind
  amount_cents: number
  reason: string
  member_id: string
  given_at: At
  overrode: Maybe<GestureObstacle>
  override_reason: Maybe<string>
}

export interface GestureReversals {
  id: string
  workspace_id: string
  gesture_id: string
  reason: string
  member_id: string
  reversed_at: At
}

export interface Commitments {
  id: string
  workspace_id: string
  case_id: string
  what: string
  due_at: At
  member_id: string
  made_at: At
  near_at: At
  near_told_at: MaybeAt
  passed_told_at: MaybeAt
  outcome: Maybe<'kept' | 'broken'>
  outcome_note: Maybe<string>
  decided_by: Maybe<string>
  decided_at: MaybeAt
}

export interface CaseQuestions {
  id: string
  workspace_id: string
  case_id: string
  department: string
  department_id: Maybe<string>
  asked_of: Maybe<string>
  question: string
  asked_by: string
  asked_at: At
  due_at: At
  near_at: At
  near_told_at: MaybeAt
  head_at: MaybeAt
  head_told_at: MaybeAt
  escalated_at: MaybeAt
  answer: Maybe<string>
  answered_by: Maybe<string>
  answered_at: MaybeAt
}

export interface FactSources {
  id: string
  workspace_id: string
  name: string
  token_hash: Buffer
  hook_secret: Buffer
  created_by: string
  created_at: At
  last_used_at: MaybeAt
  revoked_by: Maybe<string>
  revoked_at: MaybeAt
}
