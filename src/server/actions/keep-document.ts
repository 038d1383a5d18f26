import { createHash } from 'node:crypto'
import { recordDeed } from '#server/case-file/record.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND, type Refused } from '#server/desk.ts'

export const MOST_DOCUMENT_BYTES = 5_000_000

const ascii = (bytes: Uint8Array, from: number, to: number) => Buffer.from(bytes.subarray(from, to)).toString('latin1')

/** What the bytes themselves say that they are; whatever else they are called, nothing else is kept. */
const typeOf = (bytes: Uint8Array): string | null => {
  if (ascii(bytes, 0, 5) === '%PDF-') return 'application/pdf'
  if (ascii(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png'
  if (ascii(bytes, 0, 3) === '\xff\xd8\xff') return 'image/jpeg'
  return ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP' ? 'image/webp' : null
}

interface Document {
  caseId: string
  name: string
  content: Buffer
}

/** Keeps a document that will prove a fact of the case (G4). */
export const keepDocument = (desk: Desk, actor: Actor, input: Document) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    if (input.content.length > MOST_DOCUMENT_BYTES) return { refused: 'too-large' } satisfies Refused
    const mediaType = typeOf(input.content)
    if (mediaType === null) return { refused: 'not-a-document' } satisfies Refused
    const row = await trx.selectFrom('cases').select('id').where('id', '=', input.caseId).executeTakeFirst()
    if (row === undefined) return NOT_FOUND
    const id = desk.newId()
    const name = input.name.replace(/[\p{C}/\\]/gu, '_').slice(0, 200) || 'document'
    await trx
      .insertInto('files')
      .values({
        ...{ id, workspace_id: actor.workspaceId, name, media_type: mediaType, size: input.content.length },
        sha256: createHash('sha256').update(input.content).digest(),
        content: input.content,
        created_at: new Date(desk.now()),
      })
      .execute()
    await recordDeed(trx, desk, {
      ...{ name: 'document.kept', workspaceId: actor.workspaceId, caseId: row.id, memberId: actor.memberId },
      data: { fileId: id },
    })
    return { id, name }
  })
