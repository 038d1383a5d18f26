import { sql } from 'kysely'
import type { Activity, Audience } from '#core/mention.ts'
import type { Instant } from '#core/time.ts'
import type { JsonObject } from '#server/db/tables/column.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { AccountSeen, Batch, CaseDraft, ConversationDraft, DeliverySeen, MessageDraft } from './batch.ts'
import type { Reader } from './read-words.ts'

interface MessageRow {
  id: string
  external_id: string
  conversation_id: string
  direction: 'in' | 'out'
  kind: string
  audience: Audience
  member_id: string | null
  delivery_id: string | null
  text: string
  html: string | null
  meta: JsonObject
  sent_at: Date
  received_at: Date
  version: number
  edited_at: Date | null
  deleted_at: Date | null
}

interface ConversationRow {
  id: string
  external_id: string
  author_id: string
  audience: Audience
  first_in_at: Date | null
  first_out_at: Date | null
  last_message_at: Date
}

interface AuthorRow {
  id: string
  external_id: string
  handle: string
  display_name: string
  avatar_url: string | null
  profile_url: string | null
  followers: number | null
}

const time = (at: Date | null): Instant | null => at?.getTime() ?? null

/** Everything that these activities speak of, by the ids that they use. */
const namesIn = (activities: readonly Activity[]) => {
  const messages = new Set<string>()
  const conversations = new Set<string>()
  const authors = new Set<string>()
  const own: Extract<Activity, { kind: 'own' }>[] = []
  for (const activity of activities) {
    if (activity.kind === 'nothing') continue
    messages.add(activity.messageId)
    if (activity.kind === 'message') {
      authors.add(activity.author.externalId)
      conversations.add(activity.conversationKey).add(`${activity.conversationKey}|${activity.audience}`)
    }
    if ((activity.kind === 'message' || activity.kind === 'own') && activity.parentId !== undefined)
      messages.add(activity.parentId)
    if (activity.kind !== 'own') continue
    own.push(activity)
    if (activity.conversationKey !== undefined) conversations.add(activity.conversationKey)
  }
  return { messages: [...messages], conversations: [...conversations], authors: [...authors], own }
}

const readMessages = async (trx: Trx, accountId: string, ids: string[]): Promise<MessageRow[]> => {
  if (ids.length === 0) return []
  const { rows } = await sql<MessageRow>`
    select id, external_id, conversation_id, direction, kind, audience, member_id, delivery_id, text, html, meta, sent_at, received_at,
      version, edited_at, deleted_at
    from messages where account_id = ${accountId}::uuid and external_id = any(${ids}::text[])`.execute(trx)
  return rows
}

/** Conversations before cases, each in the order of their ids: whoever locks both does it so. */
const readConversations = async (trx: Trx, accountId: string, keys: string[], ids: string[]) => {
  if (keys.length === 0 && ids.length === 0) return []
  const { rows } = await sql<ConversationRow>`
    select id, external_id, author_id, audience, first_in_at, first_out_at, last_message_at from conversations
    where id in (
      select id from conversations where account_id = ${accountId}::uuid and external_id = any(${keys}::text[])
      union select unnest(${ids}::uuid[]))
    order by id for no key update`.execute(trx)
  return rows
}

const readCases = async (trx: Trx, conversationIds: string[]) => {
  if (conversationIds.length === 0) return []
  const { rows } = await sql<{ id: string; conversation_id: string; fold: CaseDraft['fold'] }>`
    select id, conversation_id, fold from cases where conversation_id = any(${conversationIds}::uuid[])
    order by id for no key update`.execute(trx)
  return rows
}

/** Of which of these messages a member has said what they are; asked only when one of them changes. */
const readCorrected = async (trx: Trx, ids: string[]): Promise<ReadonlySet<string>> => {
  if (ids.length === 0) return new Set()
  const { rows } = await sql<{ message_id: string }>`
    select message_id from message_readings where message_id = any(${ids}::uuid[]) and read_by is not null`.execute(trx)
  return new Set(rows.map((row) => row.message_id))
}

const readAuthors = async (trx: Trx, connector: string, workspaceId: string, ids: string[]): Promise<AuthorRow[]> => {
  if (ids.length === 0) return []
  const { rows } = await sql<AuthorRow>`
    select id, external_id, handle, display_name, avatar_url, profile_url, followers from authors
    where workspace_id = ${workspaceId}::uuid and connector = ${connector} and external_id = any(${ids}::text[])`.execute(
    trx,
  )
  return rows
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Deliveries named by a mark, those whose fate is open, and those of the thread that a member vouched for without an id. */
const readDeliveries = async (trx: Trx, account: AccountSeen, marks: string[], conversationIds: string[]) => {
  const columns = sql`id, state, text, in_reply_to as "inReplyTo", conversation_id as "conversationId"`
  const { rows } = await sql<DeliverySeen>`
    select ${columns} from deliveries where account_id = ${account.id}::uuid and id = any(${marks}::uuid[])
    union
    select ${columns} from deliveries
    where workspace_id = ${account.workspaceId}::uuid and account_id = ${account.id}::uuid and state in ('to-check', 'unknown')
    union
    select ${columns} from deliveries
    where account_id = ${account.id}::uuid and lease_until is not null and state in ('sending', 'unknown')
    union
    select ${columns} from deliveries
    where conversation_id = any(${conversationIds}::uuid[]) and state = 'sent' and external_id like 'member-vouched:%'`.execute(
    trx,
  )
  return rows
}

const draftMessage = (row: MessageRow, conversation: ConversationDraft): MessageDraft => ({
  fate: 'known',
  id: row.id,
  externalId: row.external_id,
  conversation,
  direction: row.direction,
  kind: row.kind,
  audience: row.audience,
  author: null,
  memberId: row.member_id,
  deliveryId: row.delivery_id,
  parentId: null,
  permalink: null,
  subject: null,
  text: row.text,
  html: row.html,
  attachments: [],
  around: null,
  meta: row.meta,
  language: null,
  sentAt: row.sent_at.getTime(),
  receivedAt: row.received_at.getTime(),
  version: row.version,
  editedAt: time(row.edited_at),
  deletedAt: time(row.deleted_at),
  outsideDesk: false,
})

const draftConversation = (row: ConversationRow): ConversationDraft => ({
  fate: 'known',
  id: row.id,
  key: row.external_id,
  author: { id: row.author_id },
  audience: row.audience,
  subject: null,
  permalink: null,
  firstInAt: time(row.first_in_at),
  firstOutAt: time(row.first_out_at),
  lastMessageAt: row.last_message_at.getTime(),
  added: 0,
})

/** Reads and locks what the activities speak of; nothing else of the database is needed to work out what they do. */
export const layGround = async (
  trx: Trx,
  account: AccountSeen,
  activities: readonly Activity[],
  machine: { now: Instant; newId(): string; reader: Reader; asksModel: boolean },
): Promise<Batch> => {
  const names = namesIn(activities)
  const heard = await readMessages(trx, account.id, names.messages)
  const conversations = await readConversations(trx, account.id, names.conversations, [
    ...new Set(heard.map((m) => m.conversation_id)),
  ])
  const byId = new Map(conversations.map((row) => [row.id, draftConversation(row)]))
  const cases = await readCases(trx, [...byId.keys()])
  const authors = await readAuthors(trx, account.connector, account.workspaceId, names.authors)
  const known = new Set(heard.map((m) => m.external_id))
  const strange = names.own.filter(({ messageId }) => !known.has(messageId))
  const marks = strange.flatMap(({ mark }) => (mark !== undefined && UUID.test(mark) ? [mark] : []))
  const deliveries = strange.length === 0 ? [] : await readDeliveries(trx, account, marks, [...byId.keys()])
  // Asked again: a delivery that was settled between the two readings has left its message.
  const settled = await readMessages(
    trx,
    account.id,
    strange.map(({ messageId }) => messageId),
  )
  const messages = [...heard, ...settled]
  return {
    ...machine,
    account,
    authors: new Map(
      authors.map((row) => {
        const profile = {
          externalId: row.external_id,
          handle: row.handle,
          displayName: row.display_name,
          ...(row.avatar_url !== null && { avatarUrl: row.avatar_url }),
          ...(row.profile_url !== null && { profileUrl: row.profile_url }),
          ...(row.followers !== null && { followers: row.followers }),
        }
        return [row.external_id, { fate: 'known' as const, id: row.id, profile }]
      }),
    ),
    conversations: new Map([...byId.values()].map((draft) => [draft.key, draft])),
    messages: new Map(
      messages.flatMap((row) => {
        const conversation = byId.get(row.conversation_id)
        return conversation === undefined ? [] : [[row.external_id, draftMessage(row, conversation)]]
      }),
    ),
    cases: new Map(
      cases.flatMap((row) => {
        const conversation = byId.get(row.conversation_id)
        if (conversation === undefined) return []
        const draft: CaseDraft = {
          fate: 'known',
          id: row.id,
          conversation,
          fold: row.fold,
          excerpt: null,
          staleExcerpt: false,
        }
        return [[row.conversation_id, draft]]
      }),
    ),
    deliveries: new Map(deliveries.map((row) => [row.id, row])),
    readings: new Map(),
    corrected: await readCorrected(
      trx,
      activities.some(({ kind }) => kind === 'edit') ? messages.map(({ id }) => id) : [],
    ),
    versions: [],
    files: [],
    events: [],
    notices: [],
    early: [],
  }
}
