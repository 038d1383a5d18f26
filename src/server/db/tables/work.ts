import type { Generated, GeneratedAlways } from 'kysely'
import type { CaseState } from '#core/case/case.ts'
import type { At, Json, JsonDefault, JsonObject, Maybe, MaybeAt } from './column.ts'

export interface Cases {
  id: string
  workspace_id: string
  conversation_id: string
  account_id: string
  author_id: string
  number: number
  state: 'open' | 'waiting' | 'resolved' | 'reopened'
  audience: 'public' | 'private'
  owner_id: Maybe<string>
  due_at: MaybeAt
  thanks: Generated<boolean>
  promised_ms: Maybe<number>
  unanswered_since: MaybeAt
  breached_at: MaybeAt
  snoozed_until: MaybeAt
  settled_at: MaybeAt
  opened_at: At
  answered_at: MaybeAt
  resolved_at: MaybeAt
  resolution: Maybe<string>
  resolution_note: Maybe<string>
  excerpt: Generated<string>
  last_in_at: MaybeAt
  last_out_at: MaybeAt
  version: Generated<number>
  fold: Json<CaseState>
}

export interface CaseNumbers {
  workspace_id: string
  last: Generated<number>
}

export interface Notes {
  id: string
  workspace_id: string
  case_id: string
  member_id: string
  text: string
  mentions: Generated<string[]>
  created_at: At
}

export interface Labels {
  id: string
  workspace_id: string
  name: string
  colour: Generated<string>
  created_at: At
}

export interface CaseLabels {
  workspace_id: string
  case_id: string
  label_id: string
  /** The case's own, kept by the database. */
  due_at: MaybeAt
}

export interface Facts {
  id: string
  workspace_id: string
  case_id: string
  kind: 'refund' | 'delivery' | 'replacement' | 'owner' | 'incident' | 'resolution' | 'order'
  status: 'requested' | 'done' | 'cancelled'
  detail: Generated<string>
  proof: Maybe<string>
  proof_url: Maybe<string>
  source_id: Maybe<string>
  event_id: Maybe<string>
  event_hash: Maybe<Buffer>
  file_id: Maybe<string>
  member_id: Maybe<string>
  recorded_at: At
}

export interface SavedViews {
  id: string
  workspace_id: string
  member_id: Maybe<string>
  name: string
  filter: Json<JsonObject>
  position: Generated<number>
  created_at: At
}

export interface SlaPolicies {
  workspace_id: string
  connector: string
  first_reply_minutes: number
  next_reply_minutes: number
  thanks_reply_minutes: Generated<number>
  calendar: 'always' | 'business'
}

export interface BusinessCalendars {
  workspace_id: string
  calendar: Json<JsonObject>
  updated_at: At
}

export interface Presences {
  workspace_id: string
  case_id: string
  member_id: string
  doing: 'reading' | 'writing'
  seen_at: At
}

export interface Events {
  id: GeneratedAlways<string>
  workspace_id: string
  at: At
  name: string
  member_id: Maybe<string>
  account_id: Maybe<string>
  case_id: Maybe<string>
  conversation_id: Maybe<string>
  data: JsonDefault<JsonObject>
  tx: GeneratedAlways<string>
}

export interface Notifications {
  id: string
  workspace_id: string
  member_id: string
  event_id: Maybe<string>
  kind: string
  case_id: Maybe<string>
  data: JsonDefault<JsonObject>
  created_at: At
  read_at: MaybeAt
  weighed_at: MaybeAt
}
