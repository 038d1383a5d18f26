import type { Move } from '#core/delivery/step.ts'
import type { DeskEvent, EventName } from '#core/event.ts'
import { voidApproval } from '#server/approvals/void-approval.ts'
import { recordEvents } from '#server/db/record-events.ts'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import { deliveryChanges } from './delivery-row.ts'

const EVENT_OF: Record<Move['step']['step'], EventName | null> = {
  wait: null,
  none: null,
  send: 'delivery.sending',
  'look-up': null,
  queue: 'delivery.queued',
  'send-again-at': 'delivery.retried',
  'look-up-at': 'delivery.doubtful',
  'mark-sent': 'delivery.sent',
  'mark-refused': 'delivery.refused',
  'ask-to-check': 'delivery.to-check',
  'ask-if-still-wanted': 'delivery.stale',
  'let-go': 'delivery.settled',
  cancel: 'delivery.undone',
}

const reasonOf = (step: Move['step']): Record<string, unknown> => {
  if (step.step === 'mark-refused') return { reason: step.reason }
  if (step.step === 'ask-to-check') return { reason: step.why }
  if (step.step === 'ask-if-still-wanted') return { lateMinutes: step.lateMinutes }
  if (step.step === 'mark-sent') return { proof: step.proof.kind }
  return {}
}

/** Someone must look at it: whoever wrote the words is told. */
const NEEDS_SOMEONE: ReadonlySet<EventName> = new Set(['delivery.refused', 'delivery.to-check', 'delivery.stale'])

const tellWriter = async (trx: Trx, desk: Desk, row: Row<'deliveries'>, name: EventName): Promise<void> => {
  if (row.member_id === null) return
  await trx
    .insertInto('notifications')
    .values({
      id: desk.newId(),
      workspace_id: row.workspace_id,
      member_id: row.member_id,
      kind: name,
      case_id: row.case_id,
      data: JSON.stringify({ deliveryId: row.id }),
      created_at: new Date(desk.now()),
    })
    .execute()
}

/** Writes a move of the machine: the row, its event, and the attempt that is about to begin, in the caller's transaction. */
export const writeMove = async (
  trx: Trx,
  desk: Desk,
  row: Row<'deliveries'>,
  move: Move,
  who: { by: string | null },
): Promise<void> => {
  const { step, delivery } = move
  if (step.step === 'none' || step.step === 'wait') return
  const at = desk.now()
  const why = step.step === 'ask-to-check' ? { reason: step.why } : {}
  await trx
    .updateTable('deliveries')
    .set({ ...deliveryChanges(delivery, at), ...why })
    .where('id', '=', row.id)
    .execute()
  if (step.step === 'send' || step.step === 'look-up')
    await trx
      .insertInto('delivery_attempts')
      .values({
        workspace_id: row.workspace_id,
        delivery_id: row.id,
        attempt: delivery.lastToken,
        kind: step.step,
        token: delivery.lastToken,
        started_at: new Date(at),
      })
      .execute()
  if (step.step === 'cancel' && row.approval_id !== null) await voidApproval(trx, desk, row.approval_id, who.by)
  const name = EVENT_OF[step.step]
  if (name === null) return
  const event: DeskEvent = {
    name,
    at,
    memberId: who.by,
    accountId: row.account_id,
    caseId: row.case_id,
    conversationId: row.conversation_id,
    data: { deliveryId: row.id, ...reasonOf(step) },
  }
  await recordEvents(trx, row.workspace_id, [event])
  if (NEEDS_SOMEONE.has(name)) await tellWriter(trx, desk, row, name)
}
