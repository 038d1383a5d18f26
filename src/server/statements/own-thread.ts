import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'

/**
 * The post of ours that these words follow in a thread that the brand began, or whose place they take. The same at each attempt: all that
 * was before them in the thread is over by the time they leave.
 */
export const earlierOwnPost = (trx: Trx, row: Pick<Row<'deliveries'>, 'conversation_id' | 'sequence'>) =>
  trx
    .selectFrom('deliveries as d')
    .innerJoin('messages as m', (join) =>
      join.onRef('m.delivery_id', '=', 'd.id').onRef('m.conversation_id', '=', 'd.conversation_id'),
    )
    .select(['m.id', 'm.external_id', 'm.meta', 'm.text', 'm.sent_at', 'm.subject'])
    .where('d.conversation_id', '=', row.conversation_id)
    .where('d.sequence', '<', row.sequence)
    .where('d.state', '=', 'sent')
    .where('m.deleted_at', 'is', null)
    // One that a member vouched for has no address on the network until it is heard of.
    .where('m.external_id', 'not like', 'member-vouched:%')
    .orderBy('d.sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
