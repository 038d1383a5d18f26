import { createHash } from 'node:crypto'
import type { AttachmentSeen } from '#core/mention.ts'
import type { Batch, KeptAttachment } from './batch.ts'

const MOST_FILES = 50
const MOST_BYTES = 25 * 1024 * 1024
const MOST_BYTES_A_MESSAGE = 50 * 1024 * 1024

const sizeOf = (base64: string): number => Math.floor((base64.length * 3) / 4)

/** Files that a message carried are kept by hash, each once; what is too big is named but not kept. */
export const keepAttachments = (batch: Batch, seen: readonly AttachmentSeen[]): KeptAttachment[] => {
  let room = MOST_BYTES_A_MESSAGE
  return seen.slice(0, MOST_FILES).map(({ content, ...shown }) => {
    if (content === undefined) return shown
    const size = sizeOf(content)
    if (size > MOST_BYTES || size > room) return { ...shown, size: shown.size ?? size }
    room -= size
    const bytes = Buffer.from(content, 'base64')
    const id = batch.newId()
    batch.files.push({
      id,
      content: bytes.toString('base64'),
      sha256: createHash('sha256').update(bytes).digest('hex'),
      name: (shown.name ?? 'attachment').slice(0, 200).toWellFormed(),
      mediaType: (shown.mediaType ?? 'application/octet-stream').slice(0, 100),
      size: bytes.length,
    })
    return { ...shown, size: bytes.length, fileId: id }
  })
}
