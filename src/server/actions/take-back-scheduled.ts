import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND, type Refused } from '#server/desk.ts'
import { mayTend, takeOut } from '#server/scheduled/plan-post.ts'
import { lockScheduled } from '#server/scheduled/write-scheduled.ts'

/** Scheduled words that are to leave no more, with the request to read them (W1); their text comes back to whoever took them. */
export const takeBackScheduled = (desk: Desk, actor: Actor, input: { id: string }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const locked = await lockScheduled(trx, input.id)
    if (locked === undefined) return NOT_FOUND
    const { post } = locked
    if (post.ended_at !== null) return { refused: 'already-finished' } satisfies Refused
    if (!mayTend(actor, post)) return { refused: 'plan-not-yours' } satisfies Refused
    return (await takeOut(trx, desk, actor, post, 'asked')) ?? { text: post.text }
  })
