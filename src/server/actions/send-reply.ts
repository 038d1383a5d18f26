import { inWorkspace } from '#server/db/transaction.ts'
import type { Reply } from '#server/deliveries/reply.ts'
import { type Actor, type Desk, isRefused, type Refused } from '#server/desk.ts'
import { namesOf, shapeDelivery } from '#server/queries/case-parts.ts'
import { giveReply, refuseTaken } from './give-reply.ts'

export type { Reply } from '#server/deliveries/reply.ts'

/**
 * Gives words to the delivery (A1). Where a second person must read them first they wait instead, and the answer says so (V1). The same
 * delivery id, sent twice, is one delivery and one request.
 */
export const sendReply = async (desk: Desk, actor: Actor, reply: Reply) => {
  const answer = await inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const given = await giveReply(desk, trx, actor, reply, [])
    if (isRefused(given)) return given
    if ('delivery' in given) return shapeDelivery(given.delivery, await namesOf(trx, [given.delivery.member_id]))
    const { id, reasons } = given.approval
    return { refused: 'waits-for-approval', data: { approvalId: id, reasons } } satisfies Refused
  }).catch(refuseTaken)
  desk.wake('deliver')
  return answer
}
