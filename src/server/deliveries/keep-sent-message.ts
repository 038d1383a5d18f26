import { sql } from 'kysely'
import type { Delivery } from '#core/delivery/delivery.ts'
import type { Meta } from '#core/delivery/guarantee.ts'
import { commandCase, lockCase } from '#server/cases/change-case.ts'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import { keepOwnPost } from '#server/statements/keep-own-post.ts'

/**
 * What the network accepted becomes a message of the thread and an answer of the case (A1), in the transaction that marks the delivery
 * sent. The listener may have seen our post first: then the message it kept becomes ours.
 */
export const keepSentMessage = async (
  trx: Trx,
  desk: Desk,
  row: Row<'deliveries'>,
  delivery: Delivery,
  meta: Meta,
): Promise<void> => {
  const now = desk.now()
  const conversation = await trx
    .selectFrom('conversations')
    .select(['subject', 'own'])
    .where('id', '=', row.conversation_id)
    .executeTakeFirstOrThrow()
  if (conversation.own) return keepOwnPost(trx, desk, row, delivery, meta)
  const sentAt = new Date(delivery.calledAt ?? now)
  await trx.updateTable('deliveries').set({ sent_at: sentAt }).where('id', '=', row.id).execute()
  const mine = { delivery_id: row.id, member_id: row.member_id, outside_desk: false }
  // A row that was never updated was made by this very statement.
  const { fresh } = await trx
    .insertInto('messages')
    .values({
      id: desk.newId(),
      workspace_id: row.workspace_id,
      conversation_id: row.conversation_id,
      account_id: row.account_id,
      external_id: delivery.externalId ?? `member-vouched:${row.id}`,
      direction: 'out',
      kind: 'reply',
      audience: row.audience,
      parent_external_id: row.in_reply_to,
      permalink: delivery.permalink,
      subject: conversation.subject,
      text: row.text,
      meta: JSON.stringify(meta),
      sent_at: sentAt,
      received_at: new Date(now),
      ...mine,
    })
    .onConflict((c) => c.columns(['account_id', 'external_id']).doUpdateSet({ ...mine, meta: JSON.stringify(meta) }))
    .returning(sql<boolean>`xmax = 0`.as('fresh'))
    .executeTakeFirstOrThrow()
  await trx
    .updateTable('conversations')
    .set({
      first_out_at: sql<Date>`least(coalesce(first_out_at, ${sentAt}), ${sentAt})`,
      last_message_at: sql<Date>`greatest(last_message_at, ${sentAt})`,
      message_count: sql<number>`message_count + ${fresh ? 1 : 0}::integer`,
    })
    .where('id', '=', row.conversation_id)
    .execute()
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
