import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import { holdBack, lockUnsent } from '#server/deliveries/hold-back.ts'
import type { Actor, Desk } from '#server/desk.ts'
import { readDeliveryAgain } from './read-delivery-again.ts'

/**
 * A proof was withdrawn: whatever of this case has not left yet is read again, and what the guard would refuse now waits for a person
 * (G4). The case is locked by the caller.
 */
export const holdBackUnproved = async (
  trx: Trx,
  desk: Desk,
  actor: Actor,
  row: Row<'cases'>,
  by: string | null = actor.memberId,
): Promise<void> => {
  const waiting = await lockUnsent(trx, { conversationId: row.conversation_id })
  if (waiting.length === 0) return
  const account = await trx
    .selectFrom('channel_accounts')
    .selectAll()
    .where('id', '=', row.account_id)
    .executeTakeFirstOrThrow()
  for (const one of waiting)
    if ('refused' in (await readDeliveryAgain(desk, trx, actor, row, account, one))) await holdBack(trx, desk, one, by)
}
