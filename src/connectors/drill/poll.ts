import { z } from 'zod'
import { postKey } from '#core/drill/mailbox.ts'
import type { Polled, ReceiptIn, Tools } from '../connector.ts'
import { lastPost } from './store.ts'

const PAGE = 100
const Cursor = z.object({ seq: z.int().min(0) }).catch({ seq: 0 })

/** The posts since the last poll, oldest first. */
export const poll = async (
  cursor: unknown,
  { memory }: Pick<Tools, 'memory'>,
  signal: AbortSignal,
): Promise<Polled> => {
  if (signal.aborted) return { kind: 'later', reason: 'stopped', detail: 'the desk is stopping' }
  const { seq: from } = Cursor.parse(cursor ?? { seq: 0 })
  const last = await lastPost(memory)
  const until = Math.min(from + PAGE, last)
  const receipts: ReceiptIn[] = []
  for (let seq = from + 1; seq <= until; seq += 1)
    receipts.push({ key: String(seq), body: await memory.get(postKey(seq)) })
  return { kind: 'polled', receipts, cursor: { seq: Math.max(from, until) }, more: until < last }
}
