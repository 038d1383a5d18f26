import { sql } from 'kysely'
import type { Delivery } from '#core/delivery/delivery.ts'
import type { Meta } from '#core/delivery/guarantee.ts'
import type { NewRow, Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'

type Own = Pick<NewRow<'messages'>, 'kind' | 'parent_external_id' | 'subject'>

/**
 * What the network accepted becomes a message of its thread, once, in the transaction that marks the delivery sent. The listener may have
 * seen our post first: then the message it kept becomes ours. Gives the instant of the network's.
 */
export const writeOwnMessage = async (
  trx: Trx,
  desk: Desk,
  row: Row<'deliveries'>,
  delivery: Delivery,
  { meta, ...own }: Own & { meta: Meta },
): Promise<Date> => {
  const now = desk.now()
  const sentAt = new Date(delivery.calledAt ?? now)
  await trx.updateTable('deliveries').set({ sent_at: sentAt }).where('id', '=', row.id).execute()
  const place = { workspace_id: row.workspace_id, conversation_id: row.conversation_id, account_id: row.account_id }
  const mine = { delivery_id: row.id, member_id: row.member_id, outside_desk: false, meta: JSON.stringify(meta) }
  // A row that was never updated was made by this very statement.
  const { fresh } = await trx
    .insertInto('messages')
    .values({
      ...{ id: desk.newId(), ...place, external_id: delivery.externalId ?? `member-vouched:${row.id}`, ...own },
      ...{ direction: 'out', audience: row.audience, permalink: delivery.permalink, text: row.text },
      ...{ sent_at: sentAt, received_at: new Date(now), ...mine },
    })
    .onConflict((c) => c.columns(['account_id', 'external_id']).doUpdateSet(mine))
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
  return sentAt
}
