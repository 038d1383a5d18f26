import { createHash } from 'node:crypto'
import { makeSafeFetch } from '#connectors/safe-fetch.ts'
import type { AttachmentSeen } from '#core/mention.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND, type Refused } from '#server/desk.ts'

const MOST_BYTES = 8_000_000
const PATIENCE_MS = 10_000

type Kept = AttachmentSeen & { fileId?: string }

/**
 * A picture that only the network has, fetched once through the guarded door and kept: the browser never tells a stranger's server who
 * reads what, and the picture stays when the network has lost it (D1).
 */
export const fetchMedia = async (
  desk: Desk,
  actor: Actor,
  { messageId, place }: { messageId: string; place: number },
): Promise<Refused | { content: Buffer; name: string }> => {
  const message = await inWorkspace(desk.db, actor.workspaceId, (trx) =>
    trx.selectFrom('messages').select('attachments').where('id', '=', messageId).executeTakeFirst(),
  )
  const seen = (message?.attachments as Kept[] | undefined)?.[place]
  if (seen === undefined || seen.kind !== 'image' || seen.url === undefined) return NOT_FOUND
  const name = seen.name ?? 'image'
  if (seen.fileId !== undefined) {
    const kept = await inWorkspace(desk.db, actor.workspaceId, (trx) =>
      trx
        .selectFrom('files')
        .select('content')
        .where('id', '=', seen.fileId ?? '')
        .executeTakeFirst(),
    )
    return kept === undefined ? NOT_FOUND : { content: kept.content, name }
  }
  const visit = makeSafeFetch({ allow: [...desk.allowHosts], timeoutMs: PATIENCE_MS, maxBytes: MOST_BYTES })
  const answer = await visit(seen.url).catch((error: unknown) => {
    desk.log.warn({ err: error, message: messageId }, 'a picture could not be fetched')
    return null
  })
  if (answer === null || !answer.ok) return { refused: 'media-unreachable' }
  const content = Buffer.from(await answer.arrayBuffer())
  await keep(desk, actor, messageId, place, { content, name, mediaType: seen.mediaType ?? 'application/octet-stream' })
  return { content, name }
}

interface Fetched {
  content: Buffer
  name: string
  mediaType: string
}

/** Keeps the bytes beside the message; a second fetch at the same moment finds the first one's copy. */
const keep = (desk: Desk, actor: Actor, messageId: string, place: number, { content, name, mediaType }: Fetched) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const row = await trx
      .selectFrom('messages')
      .select('attachments')
      .where('id', '=', messageId)
      .forUpdate()
      .executeTakeFirst()
    const attachments = (row?.attachments ?? []) as Kept[]
    const seen = attachments[place]
    if (seen === undefined || seen.fileId !== undefined) return
    const id = desk.newId()
    await trx
      .insertInto('files')
      .values({
        id,
        workspace_id: actor.workspaceId,
        sha256: createHash('sha256').update(content).digest(),
        name,
        media_type: mediaType,
        size: content.length,
        content,
        created_at: new Date(desk.now()),
      })
      .execute()
    const kept = attachments.with(place, { ...seen, fileId: id })
    await trx
      .updateTable('messages')
      .set({ attachments: JSON.stringify(kept) })
      .where('id', '=', messageId)
      .execute()
  })
