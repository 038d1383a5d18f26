import { inWorkspace } from '#server/db/transaction.ts'
import type { Reply } from '#server/deliveries/reply.ts'
import { type Actor, type Desk, isRefused, type Refused } from '#server/desk.ts'
import { namesOfApproval, shapeApproval } from '#server/queries/approval-parts.ts'
import { giveReply, refuseTaken } from './give-reply.ts'

/** Puts words before those who may approve them: a trainee always (V3), and anybody who wishes a second reader. */
export const askApproval = (desk: Desk, actor: Actor, reply: Reply) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const given = await giveReply(desk, trx, actor, reply, [{ kind: 'wished' }])
    if (isRefused(given)) return given
    if ('delivery' in given) return { refused: 'already-decided', data: { status: 'approved' } } satisfies Refused
    return shapeApproval(given.approval, await namesOfApproval(trx, [given.approval]))
  }).catch(refuseTaken)
