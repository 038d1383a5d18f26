import { decideByPerson } from '#core/delivery/person.ts'
import { giveBackDraft } from '#server/cases/give-back-draft.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { deliveryOf } from '#server/deliveries/delivery-row.ts'
import { writeMove } from '#server/deliveries/write-move.ts'
import { type Actor, type Desk, NOT_FOUND, type Refused } from '#server/desk.ts'

/** Takes a reply back into the draft while nothing has left (G3); once the call may have begun it is refused. */
export const undoDelivery = (desk: Desk, actor: Actor, input: { id: string }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const row = await trx.selectFrom('deliveries').selectAll().where('id', '=', input.id).forUpdate().executeTakeFirst()
    if (row === undefined) return NOT_FOUND
    const move = decideByPerson(deliveryOf(row), { kind: 'undo' }, actor.memberId, desk.now())
    if ('refused' in move) return { refused: move.refused } satisfies Refused
    await writeMove(trx, desk, row, move, { by: actor.memberId })
    // Words that a colleague approved are still their writer's.
    const memberId = (row.approval_id === null ? null : row.member_id) ?? actor.memberId
    await giveBackDraft(trx, desk, {
      ...{ workspaceId: row.workspace_id, caseId: row.case_id, memberId, audience: row.audience, text: row.text },
    })
    return { text: row.text, audience: row.audience }
  })
