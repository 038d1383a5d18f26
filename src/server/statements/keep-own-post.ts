import type { Delivery } from '#core/delivery/delivery.ts'
import type { Meta } from '#core/delivery/guarantee.ts'
import { nextReadBack } from '#core/statement/read-back.ts'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import { writeOwnMessage } from '#server/deliveries/write-own-message.ts'
import type { Desk } from '#server/desk.ts'
import { markStatement } from './mark-statement.ts'
import { earlierOwnPost } from './own-thread.ts'

/** The earlier words of a post whose place others took are kept as evidence of what was said (D1, C3). */
const keepVersions = async (
  trx: Trx,
  row: Row<'deliveries'>,
  externalId: string | null,
  now: number,
): Promise<boolean> => {
  if (externalId === null) return false
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
  const replaced = await keepVersions(trx, row, delivery.externalId, now)
  const earlier = replaced ? undefined : await earlierOwnPost(trx, row)
  await writeOwnMessage(trx, desk, row, delivery, {
    ...{ kind: 'post', parent_external_id: earlier?.external_id ?? null, meta },
  })
  const checkAt = nextReadBack(now, 0)
  await trx
    .updateTable('statement_posts')
    .set({ checks: 0, check_at: checkAt === null ? null : new Date(checkAt), gone_told_at: null })
    .where('conversation_id', '=', row.conversation_id)
    .execute()
  await markStatement(trx, desk, row)
}
