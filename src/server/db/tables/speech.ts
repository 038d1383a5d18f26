import type { Generated, GeneratedAlways } from 'kysely'
import type { PersonFacts } from '#core/privacy/private-way.ts'
import type { At, Json, JsonDefault, JsonObject, Maybe, MaybeAt, MaybeJson } from './column.ts'

export interface Conversations {
  id: string
  workspace_id: string
  account_id: string
  external_id: string
  author_id: string
  audience: 'public' | 'private'
  subject: Maybe<string>
  permalink: Maybe<string>
  private_way: MaybeJson<PersonFacts>
  private_way_at: MaybeAt
  first_in_at: MaybeAt
  first_out_at: MaybeAt
  last_message_at: At
  message_count: Generated<number>
  own: Generated<boolean>
  created_at: At
}

export interface Messages {
  id: string
  workspace_id: string
  conversation_id: string
  account_id: string
  external_id: string
  direction: 'in' | 'out'
  kind: string
  audience: 'public' | 'private'
  author_id: Maybe<string>
  member_id: Maybe<string>
  delivery_id: Maybe<string>
  parent_external_id: Maybe<string>
  permalink: Maybe<string>
  subject: Maybe<string>
  text: string
  html: Maybe<string>
  attachments: JsonDefault<unknown[]>
  quoted: MaybeJson<JsonObject>
  meta: JsonDefault<JsonObject>
  language: Maybe<string>
  sent_at: At
  received_at: At
  version: Generated<number>
  edited_at: MaybeAt
  deleted_at: MaybeAt
  outside_desk: Generated<boolean>
  search: GeneratedAlways<string>
}

export interface MessageVersions {
  workspace_id: string
  message_id: string
  version: number
  text: string
  html: Maybe<string>
  seen_at: At
}

export interface Files {
  id: string
  workspace_id: string
  sha256: Buffer
  name: string
  media_type: string
  size: number
  content: Buffer
  created_at: At
}

export interface EarlyActivities {
  id: GeneratedAlways<number>
  workspace_id: string
  account_id: string
  about_kind: 'message' | 'conversation' | 'delivery'
  about: string
  activity: Json<JsonObject>
  received_at: At
}

export interface Deliveries {
  id: string
  workspace_id: string
  account_id: string
  conversation_id: string
  case_id: string
  member_id: Maybe<string>
  approval_id: Maybe<string>
  audience: 'public' | 'private'
  text: string
  content_hash: Buffer
  in_reply_to: Maybe<string>
  target: JsonDefault<JsonObject>
  attachments: JsonDefault<unknown[]>
  urgent: Generated<boolean>
  state: 'held' | 'queued' | 'sending' | 'sent' | 'refused' | 'unknown' | 'to-check' | 'cancelled' | 'stale'
  guard: Json<JsonObject>
  sequence: GeneratedAlways<number>
  queued_at: At
  ready_at: At
  next_at: MaybeAt
  attempts: Generated<number>
  ambiguous: Generated<number>
  called_at: MaybeAt
  key_used_at: MaybeAt
  doubt_since: MaybeAt
  looked_up_at: MaybeAt
  absences: Generated<number>
  unavailable: Generated<number>
  lease_token: Maybe<number>
  lease_until: MaybeAt
  last_token: Generated<number>
  seen_received: Generated<number>
  resolve_after: Generated<boolean>
  external_id: Maybe<string>
  permalink: Maybe<string>
  reason: Maybe<string>
  detail: Maybe<string>
  sent_at: MaybeAt
  finished_at: MaybeAt
}

export interface DeliveryAttempts {
  workspace_id: string
  delivery_id: string
  attempt: number
  kind: 'send' | 'look-up'
  token: number
  started_at: At
  finished_at: MaybeAt
  outcome: Maybe<string>
  detail: Maybe<string>
}

export interface Drafts {
  id: string
  workspace_id: string
  case_id: string
  member_id: string
  audience: 'public' | 'private' | 'internal'
  text: string
  in_reply_to: Maybe<string>
  begun_as: Maybe<string>
  version: Generated<number>
  updated_at: At
}
