import type { Delivery } from '#core/delivery/delivery.ts'
import type { Meta } from '#core/delivery/guarantee.ts'
import { commandCase, lockCase } from '#server/cases/change-case.ts'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import { keepOwnPost } from '#server/statements/keep-own-post.ts'
import { writeOwnMessage } from './write-own-message.ts'

/**
 * What the network accepted becomes a message of the thread and an answer of the case (A1), in the transaction that marks the delivery
 * sent.
 */
export const keepSentMessage = async (
  trx: Trx,
  desk: Desk,
  row: Row<'deliveries'>,
  delivery: Delivery,
  meta: Meta,
): Promise<void> => {
  const { subject, own } = await trx
    .selectFrom('conversations')
    .select(['subject', 'own'])
    .where('id', '=', row.conversation_id)
    .executeTakeFirstOrThrow()
  if (own) return keepOwnPost(trx, desk, row, delivery, meta)
  const written = { kind: 'reply', parent_external_id: row.in_reply_to, subject, meta } as const
  const sentAt = await writeOwnMessage(trx, desk, row, delivery, written)
  const kase = await lockCase(trx, row.case_id)
  if (kase === undefined) return
  await commandCase(
    trx,
    desk,
    kase,
    { kind: 'answer-sent', sentAt: sentAt.getTime(), seen: row.seen_received, thenResolve: row.resolve_after },
    row.member_id,
  )
}
