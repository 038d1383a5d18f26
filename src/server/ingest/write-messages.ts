import { sql } from 'kysely'
import type { Trx } from '#server/db/transaction.ts'
import type { Batch, MessageDraft } from './batch.ts'
import { MadeMeanwhile } from './write-people.ts'

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())

const messageRow = (draft: MessageDraft) => ({
  id: draft.id,
  conversation_id: draft.conversation.id,
  external_id: draft.externalId,
  direction: draft.direction,
  kind: draft.kind,
  audience: draft.audience,
  author_id: draft.author?.id ?? null,
  parent_external_id: draft.parentId,
  permalink: draft.permalink,
  subject: draft.subject,
  text: draft.text,
  html: draft.html,
  attachments: draft.attachments,
  quoted: draft.around,
  meta: draft.meta,
  language: draft.language,
  sent_at: iso(draft.sentAt),
  received_at: iso(draft.receivedAt),
  version: draft.version,
  edited_at: iso(draft.editedAt),
  deleted_at: iso(draft.deletedAt),
  outside_desk: draft.outsideDesk,
})

const insertMessages = async (trx: Trx, { account }: Batch, drafts: MessageDraft[]): Promise<void> => {
  const { numAffectedRows } = await sql`
    insert into messages (id, workspace_id, conversation_id, account_id, external_id, direction, kind, audience, author_id,
      parent_external_id, permalink, subject, text, html, attachments, quoted, meta, language, sent_at, received_at, version,
      edited_at, deleted_at, outside_desk)
    select id, ${account.workspaceId}::uuid, conversation_id, ${account.id}::uuid, external_id, direction, kind, audience, author_id,
      parent_external_id, permalink, subject, text, html, attachments, quoted, meta, language, sent_at, received_at, version,
      edited_at, deleted_at, outside_desk
    from json_to_recordset(${JSON.stringify(drafts.map(messageRow))}::json) as r (id uuid, conversation_id uuid, external_id text,
      direction text, kind text, audience text, author_id uuid, parent_external_id text, permalink text, subject text, text text,
      html text, attachments jsonb, quoted jsonb, meta jsonb, language text, sent_at timestamptz, received_at timestamptz,
      version integer, edited_at timestamptz, deleted_at timestamptz, outside_desk boolean)
    on conflict (account_id, external_id) do nothing`.execute(trx)
  if (Number(numAffectedRows) !== drafts.length) throw new MadeMeanwhile('a message was kept meanwhile')
}

const updateMessages = (trx: Trx, drafts: MessageDraft[]) =>
  sql`
    update messages m set text = r.text, html = r.html, meta = r.meta, version = r.version, edited_at = r.edited_at,
      deleted_at = r.deleted_at
    from json_to_recordset(${JSON.stringify(drafts.map(messageRow))}::json) as r (id uuid, text text, html text, meta jsonb,
      version integer, edited_at timestamptz, deleted_at timestamptz)
    where m.id = r.id`.execute(trx)

const insertVersions = ({ account, versions }: Batch, trx: Trx) => {
  const rows = versions.map((v) => ({ ...v, message_id: v.messageId, seen_at: iso(v.seenAt) }))
  return sql`
    insert into message_versions (workspace_id, message_id, version, text, html, seen_at)
    select ${account.workspaceId}::uuid, message_id, version, text, html, seen_at
    from json_to_recordset(${JSON.stringify(rows)}::json) as r (message_id uuid, version integer, text text, html text,
      seen_at timestamptz)`.execute(trx)
}

export const writeMessages = async (trx: Trx, batch: Batch): Promise<void> => {
  const drafts = [...batch.messages.values()]
  const heard = drafts.filter((d) => d.fate === 'new')
  const changed = drafts.filter((d) => d.fate === 'changed')
  if (heard.length > 0) await insertMessages(trx, batch, heard)
  if (changed.length > 0) await updateMessages(trx, changed)
  if (batch.versions.length > 0) await insertVersions(batch, trx)
}

/** Each content once in a brand; one by one, since a file may be large and most messages have none. */
export const writeFiles = async (trx: Trx, batch: Batch): Promise<void> => {
  const { account, now } = batch
  const kept = new Map<string, string>()
  for (const file of batch.files) {
    const { rows } = await sql<{ id: string }>`
      with known as (
        select id from files where workspace_id = ${account.workspaceId}::uuid and sha256 = decode(${file.sha256}, 'hex')
          and name = ${file.name} and media_type = ${file.mediaType} limit 1
      ), added as (
        insert into files (id, workspace_id, sha256, name, media_type, size, content, created_at)
        select ${file.id}::uuid, ${account.workspaceId}::uuid, decode(${file.sha256}, 'hex'), ${file.name}, ${file.mediaType},
          ${file.size}::integer, decode(${file.content}, 'base64'), ${new Date(now)}::timestamptz
        where not exists (select from known)
        returning id
      )
      select id from known union all select id from added`.execute(trx)
    kept.set(file.id, rows[0]?.id ?? file.id)
  }
  if (kept.size === 0) return
  for (const message of batch.messages.values()) {
    message.attachments = message.attachments.map((a) =>
      a.fileId === undefined ? a : { ...a, fileId: kept.get(a.fileId) ?? a.fileId },
    )
  }
}
