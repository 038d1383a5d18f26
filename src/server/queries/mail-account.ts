import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'

/** The brand's account that can write first to an address: the oldest that works; undefined without one. */
export const mailAccountOf = async (desk: Desk, trx: Trx): Promise<Row<'channel_accounts'> | undefined> => {
  const accounts = await trx
    .selectFrom('channel_accounts')
    .selectAll()
    .where('state', '=', 'connected')
    .where('disconnected_at', 'is', null)
    .orderBy('connected_at')
    .orderBy('id')
    .execute()
  return accounts.find(({ connector }) => desk.registry.get(connector)?.writeFirstTo !== undefined)
}
