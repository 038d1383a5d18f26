import { applyStep } from '#core/delivery/apply-step.ts'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import { deliveryOf } from './delivery-row.ts'
import { writeMove } from './write-move.ts'

/** Replies that have surely not left yet, locked; one in doubt may be out already, and its look-up goes on. */
export const lockUnsent = (
  trx: Trx,
  of: { conversationId: string } | { memberId: string },
): Promise<Row<'deliveries'>[]> =>
  trx
    .selectFrom('deliveries')
    .selectAll()
    .where((eb) =>
      'memberId' in of ? eb('member_id', '=', of.memberId) : eb('conversation_id', '=', of.conversationId),
    )
    .where('state', 'in', ['held', 'queued'])
    .where('doubt_since', 'is', null)
    .orderBy('sequence')
    .forUpdate()
    .execute()

/** Keeps a reply in until a person says whether it may still leave. */
export const holdBack = async (trx: Trx, desk: Desk, row: Row<'deliveries'>, by: string | null) => {
  const step = { step: 'ask-if-still-wanted', lateMinutes: 0 } as const
  await writeMove(trx, desk, row, { step, delivery: applyStep(deliveryOf(row), step, desk.now()) }, { by })
  await trx.updateTable('deliveries').set({ reason: 'held-back' }).where('id', '=', row.id).execute()
  return step
}
