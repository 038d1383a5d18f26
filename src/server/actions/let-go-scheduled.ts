import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND, type Refused } from '#server/desk.ts'
import { openAgainst } from '#server/queries/scheduled-pauses.ts'
import { giveScheduled } from '#server/scheduled/give-scheduled.ts'
import { mayTend, withSeen } from '#server/scheduled/plan-post.ts'
import { changeScheduled, lockScheduled, recordScheduled } from '#server/scheduled/write-scheduled.ts'

/**
 * Words that did not leave at their hour leave now, since their writer says so, or whoever may read another's words (W1, V1): they are read
 * again like any that are due, and what still keeps them in is answered. Nobody's word stands for a reader, for the guard or for an incident.
 */
export const letGoScheduled = async (
  desk: Desk,
  actor: Actor,
  input: { id: string; seen?: readonly string[] | undefined },
) => {
  const answer = await inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const locked = await lockScheduled(trx, input.id)
    if (locked === undefined) return NOT_FOUND
    const { post, kase } = locked
    if (post.ended_at !== null) return { refused: 'already-finished' } satisfies Refused
    if (!mayTend(actor, post)) return { refused: 'plan-not-yours' } satisfies Refused
    if (post.state !== 'asks') return { refused: 'nothing-to-check' } satisfies Refused
    if ((await openAgainst(trx, actor.workspaceId, post.id)).length > 0)
      return { refused: 'incident-open' } satisfies Refused
    const at = new Date(desk.now())
    const seen = await withSeen(trx, desk, post, input.seen)
    const change = { let_go_at: at, let_go_by: actor.memberId }
    await changeScheduled(trx, post, { ...change, seen: JSON.stringify(seen) })
    await recordScheduled(trx, desk, post, 'statement.let-go', actor.memberId, { why: post.why })
    const became = await giveScheduled(trx, desk, { ...post, ...change, seen }, kase)
    if (became === 'given') return { done: true } as const
    const after = await trx
      .selectFrom('scheduled_posts')
      .select(['why', 'detail'])
      .where('id', '=', post.id)
      .executeTakeFirstOrThrow()
    return { refused: 'kept-in', data: { why: after.why, ...after.detail } } satisfies Refused
  })
  desk.wake('deliver')
  return answer
}
