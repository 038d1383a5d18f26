import { sql } from 'kysely'
import type { AttachmentSeen, ContextPost } from '#core/mention.ts'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import { type MemberRef, namesOf, shapeAuthor } from './case-parts.ts'
import { decodePosition, encodePosition } from './position.ts'

const PAGE = 30

type Message = Omit<Row<'messages'>, 'search'>

const COLUMNS = [
  ...(['id', 'workspace_id', 'conversation_id', 'account_id', 'external_id', 'direction', 'kind', 'audience'] as const),
  ...(['author_id', 'member_id', 'delivery_id', 'parent_external_id', 'permalink', 'subject', 'text', 'html'] as const),
  ...(['attachments', 'quoted', 'meta', 'language', 'sent_at', 'received_at', 'version', 'edited_at'] as const),
  ...(['deleted_at', 'outside_desk'] as const),
]

const shapePost = (post: ContextPost) => ({
  authorName: post.authorName,
  handle: post.handle,
  text: post.text,
  sentAt: post.sentAt ?? null,
  permalink: post.permalink ?? null,
  own: post.own,
})

const shapeReading = (row: Row<'message_readings'>, names: Map<string, MemberRef>) => ({
  ...{ intent: row.intent, sentiment: row.sentiment, topic: row.topic, urgent: row.urgent, reasons: row.reasons },
  ...{ needsAnswer: row.needs_answer, personalDispute: row.personal_dispute, flags: row.flags },
  because: { intent: [...(row.because.intent ?? [])], urgent: [...(row.because.urgent ?? [])] },
  by: names.get(row.read_by ?? '') ?? null,
  model: row.model,
  at: row.read_at.getTime(),
})

/** A kept file is served by the desk; a picture that only the network has is fetched through the guarded door, never by the browser. */
const shapeAttachment =
  (workspaceId: string, messageId: string) => (seen: AttachmentSeen & { fileId?: string }, place: number) => ({
    kind: seen.kind,
    url:
      seen.fileId !== undefined
        ? `/api/w/${workspaceId}/files/${seen.fileId}`
        : seen.kind === 'image' && seen.url !== undefined
          ? `/api/w/${workspaceId}/media/${messageId}/${place}`
          : null,
    ...(seen.name === undefined ? {} : { name: seen.name }),
    ...(seen.mediaType === undefined ? {} : { mediaType: seen.mediaType }),
    ...(seen.size === undefined ? {} : { size: seen.size }),
    ...(seen.alt === undefined ? {} : { alt: seen.alt }),
  })

const shapeMessage = (
  row: Message,
  names: Map<string, MemberRef>,
  authors: Map<string, Row<'authors'>>,
  versions: Row<'message_versions'>[],
  reading: Row<'message_readings'> | undefined,
) => {
  const around = row.quoted as { quoted?: ContextPost; above?: ContextPost[] } | null
  const author = authors.get(row.author_id ?? '')
  return {
    id: row.id,
    externalId: row.external_id,
    direction: row.direction,
    kind: row.kind,
    audience: row.audience,
    author: author === undefined ? null : shapeAuthor(author),
    member: names.get(row.member_id ?? '') ?? null,
    subject: row.subject,
    text: row.text,
    html: row.html,
    attachments: (row.attachments as AttachmentSeen[]).map(shapeAttachment(row.workspace_id, row.id)),
    quoted: around?.quoted === undefined ? null : shapePost(around.quoted),
    above: (around?.above ?? []).map(shapePost),
    permalink: row.permalink,
    sentAt: row.sent_at.getTime(),
    receivedAt: row.received_at.getTime(),
    editedAt: row.edited_at?.getTime() ?? null,
    deletedAt: row.deleted_at?.getTime() ?? null,
    versions: versions.map((v) => ({ version: v.version, text: v.text, seenAt: v.seen_at.getTime() })),
    outsideDesk: row.outside_desk,
    reading: reading === undefined ? null : shapeReading(reading, names),
  }
}

/** What was read of the public's words on this page. */
const readReadings = async (trx: Trx, page: readonly Message[]) => {
  const heard = page.filter((m) => m.direction === 'in').map((m) => m.id)
  if (heard.length === 0) return []
  return trx.selectFrom('message_readings').selectAll().where('message_id', 'in', heard).execute()
}

/** The last thirty messages of a conversation, oldest first, or the thirty above `before`. */
export const readThread = async (trx: Trx, conversationId: string, before?: string) => {
  const from = decodePosition(before)
  const rows = await trx
    .selectFrom('messages')
    .select(COLUMNS)
    .select(sql<string>`sent_at::text`.as('sort'))
    .where('conversation_id', '=', conversationId)
    .$if(from !== null, (q) => q.where(sql<boolean>`(sent_at, id) < (${from?.sort}::timestamptz, ${from?.id}::uuid)`))
    .orderBy('sent_at', 'desc')
    .orderBy('id', 'desc')
    .limit(PAGE + 1)
    .execute()
  const page = rows.slice(0, PAGE).reverse()
  const oldest = page[0]
  const several = page.filter((m) => m.version > 1 || m.deleted_at !== null).map((m) => m.id)
  const versions = await (several.length === 0
    ? []
    : trx.selectFrom('message_versions').selectAll().where('message_id', 'in', several).orderBy('version').execute())
  const authorIds = [...new Set(page.flatMap((m) => m.author_id ?? []))]
  const authors = await (authorIds.length === 0
    ? []
    : trx.selectFrom('authors').selectAll().where('id', 'in', authorIds).execute())
  const readings = new Map((await readReadings(trx, page)).map((r) => [r.message_id, r]))
  const names = await namesOf(trx, [...page.map((m) => m.member_id), ...[...readings.values()].map((r) => r.read_by)])
  const byId = new Map(authors.map((a) => [a.id, a]))
  return {
    messages: page.map((m) =>
      shapeMessage(
        m,
        names,
        byId,
        versions.filter((v) => v.message_id === m.id),
        readings.get(m.id),
      ),
    ),
    olderBefore:
      rows.length > PAGE && oldest !== undefined ? encodePosition({ sort: oldest.sort, id: oldest.id }) : null,
  }
}

/** One word that changes with every message, edit and deletion of a conversation. */
export const readThreadMark = async (trx: Trx, conversationId: string): Promise<string> => {
  const { rows } = await sql<{ mark: string }>`
    select concat_ws('.', count(*), coalesce(sum(version), 0), count(deleted_at)) as mark
    from messages where conversation_id = ${conversationId}::uuid`.execute(trx)
  return rows[0]?.mark ?? ''
}
