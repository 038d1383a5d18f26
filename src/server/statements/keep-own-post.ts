import { sql } from 'kysely'
import type { Delivery } from '#core/delivery/delivery.ts'
import type { Meta } from '#core/delivery/guarantee.ts'
import { nextReadBack } from '#core/statement/read-back.ts'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import { markStatement } from './mark-statement.ts'
import { earlierOwnPost } from './own-thread.ts'

/** The earlier words of a post whose place others took are kept as evidence of what was said (D1, C3). */
const keepVersions = async (trx: Trx, row: Row<'deliveries'>, externalId: string, now: number): Promise<boolean> => {
  const known = await trx
    .selectFrom('messages')
    .select(['id', 'text', 'html', 'version', 'received_at'])
    .where('account_id', '=', row.account_id)
    .where('external_id', '=', externalId)
    .forUpdate()
    .executeTakeFirst()
  if (known === undefined) return false
  if (known.text === row.text) return true
  const kept = { workspace_id: row.workspace_id, message_id: known.id }
  if (known.version === 1)
    await trx
      .insertInto('message_versions')
      .values({ ...kept, version: 1, text: known.text, html: known.html, seen_at: known.received_at })
      .execute()
  const version = known.version + 1
  await trx
    .insertInto('message_versions')
    .values({ ...kept, version, text: row.text, html: null, seen_at: new Date(now) })
    .execute()
  await trx
    .updateTable('messages')
    .set({ text: row.text, html: null, version, edited_at: new Date(now) })
    .where('id', '=', known.id)
    .execute()
  return true
}

/**
 * What the network accepted of a statement becomes a message of its thread, in the transaction that marks the delivery sent; it answers
 * nobody. From then on it is read back (D2).
 */
export const keepOwnPost = async (
  trx: Trx,
  desk: Desk,
  row: Row<'deliveries'>,
  delivery: Delivery,
  meta: Meta,
): Promise<void> => {
  const now = desk.now()
  const sentAt = new Date(delivery.calledAt ?? now)
  const externalId = delivery.externalId ?? `member-vouched:${row.id}`
  await trx.updateTable('deliveries').set({ sent_at: sentAt }).where('id', '=', row.id).execute()
  const replaced = await keepVersions(trx, row, externalId, now)
  const earlier = replaced ? undefined : await earlierOwnPost(trx, row)
  const mine = { delivery_id: row.id, member_id: row.member_id, outside_desk: false, meta: JSON.stringify(meta) }
  const place = { workspace_id: row.workspace_id, conversation_id: row.conversation_id, account_id: row.account_id }
  await trx
    .insertInto('messages')
    .values({
      ...{ id: desk.newId(), ...place, external_id: externalId, direction: 'out', kind: 'post' },
      ...{ audience: row.audience, parent_external_id: earlier?.external_id ?? null, permalink: delivery.permalink },
      ...{ text: row.text, sent_at: sentAt, received_at: new Date(now), ...mine },
    })
    .onConflict((c) => c.columns(['account_id', 'external_id']).doUpdateSet(mine))
    .execute()
  await trx
    .updateTable('conversations')
    .set({
      first_out_at: sql<Date>`least(coalesce(first_out_at, ${sentAt}), ${sentAt})`,
      last_message_at: sql<Date>`greatest(last_message_at, ${sentAt})`,
      message_count: sql<number>`message_count + ${replaced ? 0 : 1}::integer`,
    })
    .where('id', '=', row.conversation_id)
    .execute()
  const checkAt = nextReadBack(now, 0)
  await trx
    .updateTable('statement_posts')
    .set({ checks: 0, check_at: checkAt === null ? null : new Date(checkAt), gone_told_at: null })
    .where('conversation_id', '=', row.conversation_id)
    .execute()
  await markStatement(trx, desk, row)
}
