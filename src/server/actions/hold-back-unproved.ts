import { applyStep } from '#core/delivery/apply-step.ts'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import { deliveryOf } from '#server/deliveries/delivery-row.ts'
import { writeMove } from '#server/deliveries/write-move.ts'
import type { Actor, Desk } from '#server/desk.ts'
import { readWithGuard } from './read-with-guard.ts'

/**
 * A proof was withdrawn: whatever of this case has not left yet is read again, and what the guard would refuse now waits for a person
 * (G4). One in doubt may be out already, and its look-up goes on. The case is locked by the caller.
 */
export const holdBackUnproved = async (trx: Trx, desk: Desk, actor: Actor, row: Row<'cases'>): Promise<void> => {
  const waiting = await trx
    .selectFrom('deliveries')
    .selectAll()
    .where('conversation_id', '=', row.conversation_id)
    .where('state', 'in', ['held', 'queued'])
    .where('doubt_since', 'is', null)
    .orderBy('sequence')
    .forUpdate()
    .execute()
  if (waiting.length === 0) return
  const account = await trx
    .selectFrom('channel_accounts')
    .selectAll()
    .where('id', '=', row.account_id)
    .executeTakeFirstOrThrow()
  for (const one of waiting) {
    if (!('refused' in (await readWithGuard(desk, trx, row, account, one)))) continue
    const step = { step: 'ask-if-still-wanted', lateMinutes: 0 } as const
    const delivery = applyStep(deliveryOf(one), step, desk.now())
    await writeMove(trx, desk, one, { step, delivery }, { by: actor.memberId })
  }
}
