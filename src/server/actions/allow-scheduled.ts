import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND, type Refused } from '#server/desk.ts'
import { allowThrough } from '#server/scheduled/allow-through.ts'
import { withSeen } from '#server/scheduled/plan-post.ts'
import { changeScheduled, endAllowances, lockScheduled, recordScheduled } from '#server/scheduled/write-scheduled.ts'

/** Puts a post on the list of those that leave although an incident is open, or takes it off again; with who and when (C3). */
export const allowScheduled = async (
  desk: Desk,
  actor: Actor,
  input: { id: string; allowed: boolean; seen?: readonly string[] | undefined },
) => {
  const answer = await inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const locked = await lockScheduled(trx, input.id)
    if (locked === undefined) return NOT_FOUND
    const { post } = locked
    if (post.ended_at !== null) return { refused: 'already-finished' } satisfies Refused
    if (!input.allowed) {
      await endAllowances(trx, desk, post)
      await recordScheduled(trx, desk, post, 'statement.paused', actor.memberId)
      return { done: true } as const
    }
    const refusal = await allowThrough(trx, desk, actor, post)
    if (refusal !== null) return refusal
    await changeScheduled(trx, post, { seen: JSON.stringify(await withSeen(trx, desk, post, input.seen)) })
    return { done: true } as const
  })
  desk.wake('tick')
  return answer
}
