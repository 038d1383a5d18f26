import type { ModerationCause } from '#core/charter/moderation-cause.ts'
import type { At, Json, JsonObject, Maybe, MaybeAt } from './column.ts'

export interface MessageChecks {
  id: string
  workspace_id: string
  message_id: string
  case_id: string
  member_id: string
  checked_at: At
  found: 'up' | 'gone' | 'no-answer' | 'cannot-ask'
  detail: Maybe<string>
}

export interface Removals {
  id: string
  workspace_id: string
  message_id: string
  case_id: string
  cause: ModerationCause
  reason: string
  evidence: Json<JsonObject>
  evidence_hash: Buffer
  statement_fr: string
  statement_en: string
  asked_by: string
  asked_at: At
  state: 'asked' | 'refused' | 'withdrawn' | 'confirmed' | 'hidden' | 'not-hidden'
  decided_by: Maybe<string>
  decided_at: MaybeAt
  refusal_reason: Maybe<string>
  done_at: MaybeAt
  outcome: Maybe<string>
}
