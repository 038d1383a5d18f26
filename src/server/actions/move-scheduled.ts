import { mayPlan } from '#core/scheduled/scheduled-post.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND, type Refused } from '#server/desk.ts'
import { mayTend, withSeen } from '#server/scheduled/plan-post.ts'
import { changeScheduled, endAllowances, lockScheduled, recordScheduled } from '#server/scheduled/write-scheduled.ts'

export interface Move {
  id: string
  leavesAt: number
  /** The hour that was on the screen. */
  from: number
  /** Keys of the flags that were shown. */
  seen?: readonly string[] | undefined
}

/** Another hour for the same words (W1): whoever read them read the words, and need not again; what an incident let by is allowed anew. */
export const moveScheduled = (desk: Desk, actor: Actor, input: Move) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const locked = await lockScheduled(trx, input.id)
    if (locked === undefined) return NOT_FOUND
    const { post } = locked
    if (post.ended_at !== null) return { refused: 'already-finished' } satisfies Refused
    if (!mayTend(actor, post)) return { refused: 'plan-not-yours' } satisfies Refused
    if (post.leaves_at.getTime() !== input.from) return { refused: 'edited-meanwhile' } satisfies Refused
    const now = desk.now()
    if (!mayPlan(input.leavesAt, now)) return { refused: 'not-ahead' } satisfies Refused
    // An hour that the words announce stays the one that they say: past it they are written anew.
    if (post.announced_at !== null && post.announced_at.getTime() <= input.leavesAt)
      return { refused: 'not-announceable' } satisfies Refused
    await changeScheduled(trx, post, {
      ...{ state: 'planned' as const, why: null, detail: '{}', asked_at: null, paused_told_at: null },
      ...{ let_go_at: null, let_go_by: null, leaves_at: new Date(input.leavesAt) },
      seen: JSON.stringify(await withSeen(trx, desk, post, input.seen)),
    })
    await endAllowances(trx, desk, post)
    await recordScheduled(trx, desk, post, 'statement.moved', actor.memberId, {
      ...{ from: input.from, leavesAt: input.leavesAt },
    })
    return { done: true } as const
  })
