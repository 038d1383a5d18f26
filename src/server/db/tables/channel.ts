import type { Generated, GeneratedAlways } from 'kysely'
import type { At, Json, JsonDefault, JsonObject, Maybe, MaybeAt, MaybeJson } from './column.ts'

export interface ChannelAccounts {
  id: string
  workspace_id: string
  connector: string
  external_id: string
  handle: string
  display_name: string
  avatar_url: Maybe<string>
  colour: Generated<string>
  profile: JsonDefault<JsonObject>
  settings: JsonDefault<JsonObject>
  secret: Maybe<Buffer>
  cursor: MaybeJson<unknown>
  state: Generated<'connected' | 'needs-attention' | 'disconnected'>
  attention: Maybe<string>
  connected_at: At
  disconnected_at: MaybeAt
  next_poll_at: MaybeAt
  poll_lease_until: MaybeAt
  poll_failures: Generated<number>
  last_webhook_at: MaybeAt
  last_poll_at: MaybeAt
  last_message_at: MaybeAt
  token_expires_at: MaybeAt
  gaps_repaired: Generated<number>
  quiet_until: MaybeAt
  /** Set by the database from the workspace: a simulated account, of a drill. */
  drill: GeneratedAlways<boolean>
}

export interface ConnectorMemory {
  workspace_id: string
  account_id: string
  key: string
  value: Json<unknown>
  updated_at: At
}

export interface Receipts {
  id: GeneratedAlways<string>
  workspace_id: string
  account_id: string
  external_id: string
  source: 'webhook' | 'poll' | 'replay'
  body: MaybeJson<unknown>
  raw: Maybe<Buffer>
  received_at: At
  state: Generated<'waiting' | 'done' | 'ignored' | 'quarantined'>
  attempts: Generated<number>
  lease_until: MaybeAt
  fault: Maybe<string>
  done_at: MaybeAt
}
