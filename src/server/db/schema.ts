import type { ColumnType, Generated, GeneratedAlways, Insertable, Selectable, Updateable } from 'kysely'

/** The tables as Kysely sees them; `schema.test.ts` compares them with the migrated database. */
export interface Schema {
  workspaces: Workspaces
  members: Members
  memberships: Memberships
  sessions: Sessions
  links: Links
  installation: Installation
  channel_accounts: ChannelAccounts
  connector_memory: ConnectorMemory
  receipts: Receipts
  customers: Customers
  authors: Authors
  conversations: Conversations
  cases: Cases
  case_numbers: CaseNumbers
  messages: Messages
  message_versions: MessageVersions
  files: Files
  notes: Notes
  labels: Labels
  case_labels: CaseLabels
  facts: Facts
  saved_views: SavedViews
  sla_policies: SlaPolicies
  business_calendars: BusinessCalendars
  drafts: Drafts
  presences: Presences
  deliveries: Deliveries
  delivery_attempts: DeliveryAttempts
  events: Events
  notifications: Notifications
}

export type Row<T extends keyof Schema> = Selectable<Schema[T]>
export type NewRow<T extends keyof Schema> = Insertable<Schema[T]>
export type RowChange<T extends keyof Schema> = Updateable<Schema[T]>

/** Written as a Date or an ISO string, read as a Date. */
type At = ColumnType<Date, Date | string, Date | string>
type MaybeAt = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
/** Written as JSON text (a bare array would be sent as a PostgreSQL array), read as a value. */
type Json<T> = ColumnType<T, string, string>
type JsonDefault<T> = ColumnType<T, string | undefined, string>
type MaybeJson<T> = ColumnType<T | null, string | null | undefined, string | null>
type Maybe<T> = ColumnType<T | null, T | null | undefined, T | null>
type JsonObject = Record<string, unknown>

export type Role = 'admin' | 'manager' | 'validator' | 'agent' | 'trainee'

interface Workspaces {
  id: string
  name: string
  slug: string
  language: Generated<string>
  time_zone: Generated<string>
  undo_ms: Generated<number>
  late_after_minutes: Generated<number>
  private_ways: JsonDefault<unknown[]>
  created_at: At
}

interface Members {
  id: string
  email: string
  name: string
  password_hash: Maybe<string>
  language: Generated<string>
  preferences: JsonDefault<JsonObject>
  created_at: At
  disabled_at: MaybeAt
}

interface Memberships {
  workspace_id: string
  member_id: string
  role: Role
  created_at: At
}

interface Sessions {
  token_hash: Buffer
  member_id: string
  created_at: At
  seen_at: At
  authenticated_at: At
  expires_at: At
  user_agent: Generated<string>
}

interface Links {
  token_hash: Buffer
  purpose: 'set-up' | 'invite' | 'reset'
  workspace_id: Maybe<string>
  member_id: Maybe<string>
  role: Maybe<Role>
  email: Maybe<string>
  created_at: At
  expires_at: At
  used_at: MaybeAt
}

interface Installation {
  key: string
  value: Json<unknown>
  updated_at: At
}

interface ChannelAccounts {
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
}

interface ConnectorMemory {
  workspace_id: string
  account_id: string
  key: string
  value: Json<unknown>
  updated_at: At
}

interface Receipts {
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

interface Customers {
  id: string
  workspace_id: string
  name: string
  notes: Generated<string>
  created_at: At
}

interface Authors {
  id: string
  workspace_id: string
  connector: string
  external_id: string
  handle: string
  display_name: string
  avatar_url: Maybe<string>
  profile_url: Maybe<string>
  followers: Maybe<number>
  profile: JsonDefault<JsonObject>
  customer_id: Maybe<string>
  first_seen_at: At
  updated_at: At
}

interface Conversations {
  id: string
  workspace_id: string
  account_id: string
  external_id: string
  author_id: string
  audience: 'public' | 'private'
  subject: Maybe<string>
  permalink: Maybe<string>
  first_in_at: MaybeAt
  first_out_at: MaybeAt
  last_message_at: At
  message_count: Generated<number>
  created_at: At
}

interface Cases {
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
}

interface CaseNumbers {
  workspace_id: string
  last: Generated<number>
}

interface Messages {
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

interface MessageVersions {
  workspace_id: string
  message_id: string
  version: number
  text: string
  html: Maybe<string>
  seen_at: At
}

interface Files {
  id: string
  workspace_id: string
  sha256: Buffer
  name: string
  media_type: string
  size: number
  content: Buffer
  created_at: At
}

interface Notes {
  id: string
  workspace_id: string
  case_id: string
  member_id: string
  text: string
  mentions: Generated<string[]>
  created_at: At
}

interface Labels {
  id: string
  workspace_id: string
  name: string
  colour: Generated<string>
  created_at: At
}

interface CaseLabels {
  workspace_id: string
  case_id: string
  label_id: string
}

interface Facts {
  id: string
  workspace_id: string
  case_id: string
  kind: 'refund' | 'delivery' | 'replacement' | 'owner' | 'incident' | 'resolution' | 'order'
  status: 'requested' | 'done' | 'cancelled'
  detail: Generated<string>
  proof: Maybe<string>
  proof_url: Maybe<string>
  member_id: Maybe<string>
  recorded_at: At
}

interface SavedViews {
  id: string
  workspace_id: string
  member_id: Maybe<string>
  name: string
  filter: Json<JsonObject>
  position: Generated<number>
  created_at: At
}

interface SlaPolicies {
  workspace_id: string
  connector: string
  first_reply_minutes: number
  next_reply_minutes: number
  calendar: 'always' | 'business'
}

interface BusinessCalendars {
  workspace_id: string
  calendar: Json<JsonObject>
  updated_at: At
}

interface Drafts {
  id: string
  workspace_id: string
  case_id: string
  member_id: string
  audience: 'public' | 'private' | 'internal'
  text: string
  in_reply_to: Maybe<string>
  version: Generated<number>
  updated_at: At
}

interface Presences {
  workspace_id: string
  case_id: string
  member_id: string
  doing: 'reading' | 'writing'
  seen_at: At
}

interface Deliveries {
  id: string
  workspace_id: string
  account_id: string
  conversation_id: string
  case_id: string
  member_id: Maybe<string>
  audience: 'public' | 'private'
  text: string
  content_hash: Buffer
  in_reply_to: Maybe<string>
  target: JsonDefault<JsonObject>
  attachments: JsonDefault<unknown[]>
  urgent: Generated<boolean>
  state: 'held' | 'queued' | 'sending' | 'sent' | 'refused' | 'unknown' | 'to-check' | 'cancelled' | 'stale'
  guard: Json<JsonObject>
  queued_at: At
  ready_at: At
  attempt: Generated<number>
  fence: Generated<number>
  lease_until: MaybeAt
  memory: JsonDefault<JsonObject>
  external_id: Maybe<string>
  permalink: Maybe<string>
  reason: Maybe<string>
  detail: Maybe<string>
  sent_at: MaybeAt
  finished_at: MaybeAt
}

interface DeliveryAttempts {
  workspace_id: string
  delivery_id: string
  attempt: number
  kind: 'send' | 'look-up'
  fence: number
  started_at: At
  finished_at: MaybeAt
  outcome: Maybe<string>
  detail: Maybe<string>
}

interface Events {
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

interface Notifications {
  id: string
  workspace_id: string
  member_id: string
  event_id: Maybe<string>
  kind: string
  case_id: Maybe<string>
  data: JsonDefault<JsonObject>
  created_at: At
  read_at: MaybeAt
}
