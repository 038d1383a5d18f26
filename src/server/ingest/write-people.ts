import { sql } from 'kysely'
import type { Trx } from '#server/db/transaction.ts'
import type { AuthorDraft, Batch, ConversationDraft } from './batch.ts'

/** Another writer has just made what this batch was about to make: the batch is done again on what is there now. */
export class MadeMeanwhile extends Error {
  /** PostgreSQL's own code for « try the transaction again ». */
  readonly code = '40001'
}

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())

const authorRow = ({ id, profile }: AuthorDraft) => ({
  id,
  external_id: profile.externalId,
  handle: profile.handle,
  display_name: profile.displayName,
  avatar_url: profile.avatarUrl ?? null,
  profile_url: profile.profileUrl ?? null,
  followers: profile.followers ?? null,
})

const AUTHOR = sql`(id uuid, external_id text, handle text, display_name text, avatar_url text, profile_url text, followers integer)`

/** In the order of their ids, so that two accounts of the brand that meet the same people at once do not block each other. */
const inOrder = (drafts: AuthorDraft[]): string =>
  JSON.stringify(
    drafts.map(authorRow).sort((a, b) => (a.external_id < b.external_id ? -1 : a.external_id > b.external_id ? 1 : 0)),
  )

export const writeAuthors = async (trx: Trx, batch: Batch): Promise<void> => {
  const { account, now } = batch
  const at = new Date(now)
  const drafts = [...batch.authors.values()]
  const met = drafts.filter((d) => d.fate === 'new')
  if (met.length > 0) {
    const { rows } = await sql<{ id: string; external_id: string }>`
      insert into authors (id, workspace_id, connector, external_id, handle, display_name, avatar_url, profile_url, followers,
        first_seen_at, updated_at)
      select id, ${account.workspaceId}::uuid, ${account.connector}, external_id, handle, display_name, avatar_url, profile_url, followers,
        ${at}::timestamptz, ${at}::timestamptz
      from json_to_recordset(${inOrder(met)}::json) as r ${AUTHOR}
      on conflict (workspace_id, connector, external_id) do update set handle = excluded.handle, display_name = excluded.display_name,
        avatar_url = coalesce(excluded.avatar_url, authors.avatar_url), updated_at = excluded.updated_at
      returning id, external_id`.execute(trx)
    const ids = new Map(rows.map((row) => [row.external_id, row.id]))
    for (const draft of met) draft.id = ids.get(draft.profile.externalId) ?? draft.id
  }
  const changed = drafts.filter((d) => d.fate === 'changed')
  if (changed.length === 0) return
  await sql`
    update authors a set handle = r.handle, display_name = r.display_name, avatar_url = r.avatar_url, profile_url = r.profile_url,
      followers = r.followers, updated_at = ${at}::timestamptz
    from json_to_recordset(${inOrder(changed)}::json) as r ${AUTHOR} where a.id = r.id`.execute(trx)
}

const conversationRow = (draft: ConversationDraft) => ({
  id: draft.id,
  external_id: draft.key,
  author_id: draft.author.id,
  audience: draft.audience,
  subject: draft.subject,
  permalink: draft.permalink,
  first_in_at: iso(draft.firstInAt),
  first_out_at: iso(draft.firstOutAt),
  last_message_at: iso(draft.lastMessageAt),
  added: draft.added,
})

const CONVERSATION = sql`(id uuid, external_id text, author_id uuid, audience text, subject text, permalink text,
  first_in_at timestamptz, first_out_at timestamptz, last_message_at timestamptz, added integer)`

export const writeConversations = async (trx: Trx, batch: Batch): Promise<void> => {
  const { account, now } = batch
  const drafts = [...batch.conversations.values()]
  const opened = drafts.filter((d) => d.fate === 'new')
  if (opened.length > 0) {
    const { numAffectedRows } = await sql`
      insert into conversations (id, workspace_id, account_id, external_id, author_id, audience, subject, permalink, first_in_at,
        first_out_at, last_message_at, message_count, created_at)
      select id, ${account.workspaceId}::uuid, ${account.id}::uuid, external_id, author_id, audience, subject, permalink, first_in_at,
        first_out_at, last_message_at, added, ${new Date(now)}::timestamptz
      from json_to_recordset(${JSON.stringify(opened.map(conversationRow))}::json) as r ${CONVERSATION}
      on conflict (account_id, external_id) do nothing`.execute(trx)
    if (Number(numAffectedRows) !== opened.length) throw new MadeMeanwhile('a conversation was opened meanwhile')
  }
  const changed = drafts.filter((d) => d.fate === 'changed')
  if (changed.length === 0) return
  await sql`
    update conversations c set message_count = c.message_count + r.added,
      last_message_at = greatest(c.last_message_at, r.last_message_at),
      first_in_at = least(c.first_in_at, r.first_in_at), first_out_at = least(c.first_out_at, r.first_out_at)
    from json_to_recordset(${JSON.stringify(changed.map(conversationRow))}::json) as r ${CONVERSATION}
    where c.id = r.id`.execute(trx)
}
