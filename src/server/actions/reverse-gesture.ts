import { may } from '#server/access/permissions.ts'
import { recordEvents } from '#server/db/record-events.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND, type Refused } from '#server/desk.ts'
import { authorsOf, readLedger } from '#server/queries/gesture-ledger.ts'

/** Takes back a gesture that was noted by mistake: a line of its own in the ledger, with its reason; the first one stays (G8). */
export const reverseGesture = (desk: Desk, actor: Actor, { id, reason }: { id: string; reason: string }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const at = desk.now()
    const gesture = await trx.selectFrom('gestures').selectAll().where('id', '=', id).executeTakeFirst()
    if (gesture === undefined) return NOT_FOUND
    if (gesture.member_id !== actor.memberId && !may(actor.role, 'gesture.override'))
      return { refused: 'gesture-not-yours' } satisfies Refused
    // As where gestures are given: what one customer was given changes one step after the other.
    const authors = await authorsOf(trx, gesture.author_id)
    await trx.selectFrom('authors').select('id').where('id', 'in', authors).orderBy('id').forUpdate().execute()
    const { numInsertedOrUpdatedRows: taken } = await trx
      .insertInto('gesture_reversals')
      .values({
        ...{ id: desk.newId(), workspace_id: actor.workspaceId, gesture_id: id, reason },
        ...{ member_id: actor.memberId, reversed_at: new Date(at) },
      })
      .onConflict((c) => c.column('gesture_id').doNothing())
      .executeTakeFirstOrThrow()
    if (taken !== 1n) return { refused: 'gesture-reversed' } satisfies Refused
    const { amount_cents: amountCents, kind } = gesture
    await recordEvents(trx, actor.workspaceId, [
      {
        ...{ name: 'gesture.reversed', at, memberId: actor.memberId, caseId: gesture.case_id },
        data: { gestureId: id, kind, amountCents },
      },
    ])
    return { givenCents: (await readLedger(trx, gesture.author_id, at)).givenCents }
  })
