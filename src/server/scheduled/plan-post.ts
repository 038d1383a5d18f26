import { keyOf } from '#core/scheduled/flag.ts'
import { findUnfortunate } from '#core/scheduled/unfortunate.ts'
import { may } from '#server/access/permissions.ts'
import { commandApproval } from '#server/approvals/change-approval.ts'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import { type Actor, type Desk, isRefused, type Refused } from '#server/desk.ts'
import { type FlagFacts, flagFacts } from '#server/queries/affairs.ts'
import { changeScheduled, endAllowances, recordScheduled } from './write-scheduled.ts'

type Post = Row<'scheduled_posts'>

/** Its writer, or whoever may read another's words, says what becomes of a scheduled post (V1). */
export const mayTend = (actor: Actor, post: Post): boolean =>
  post.writer_id === actor.memberId || may(actor.role, 'approval.give')

/** The post that is planned in this thread, or asks. */
export const liveIn = (trx: Trx, conversationId: string): Promise<Post | undefined> =>
  trx
    .selectFrom('scheduled_posts')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .where('state', 'in', ['planned', 'asks'])
    .forUpdate()
    .executeTakeFirst()

/** Takes a post out of what leaves, with the request to read it: its writer withdraws it, a reader drops it. */
export const takeOut = async (trx: Trx, desk: Desk, actor: Actor, post: Post, why: string): Promise<Refused | null> => {
  const approval = await trx
    .selectFrom('approvals')
    .selectAll()
    .where('id', '=', post.id)
    .forUpdate()
    .executeTakeFirst()
  if (approval?.state === 'waiting' || approval?.state === 'approved') {
    const mine = approval.writer_id === actor.memberId
    const kind = approval.state === 'approved' ? 'void' : mine ? 'withdraw' : 'drop'
    const state = await commandApproval(trx, desk, approval, { kind }, { by: actor.memberId })
    if (isRefused(state)) return state
  }
  await changeScheduled(trx, post, {
    ...{ state: 'taken-back' as const, why: null, ended_at: new Date(desk.now()), ended_by: actor.memberId },
  })
  await endAllowances(trx, desk, post)
  await recordScheduled(trx, desk, post, 'statement.taken-back', actor.memberId, { why })
  return null
}

/** Of the flags that a screen says it has shown, those that are there: nobody has seen what the words do not say. */
export const seenAmong = (text: string, shown: readonly string[], facts: FlagFacts, now: number): string[] => {
  const { affairs, brandNames } = facts
  const there = new Set(findUnfortunate(text, affairs, { now, brandNames }).map(keyOf))
  return shown.filter((key) => there.has(key))
}

/** Every flag that somebody who decided about a post has been shown: those kept with it, and those on the screen now (C3). */
export const withSeen = async (trx: Trx, desk: Desk, post: Post, shown: readonly string[] = []): Promise<string[]> => {
  if (shown.length === 0) return post.seen
  const facts = await flagFacts(trx, post.workspace_id, desk.now())
  return [...new Set([...post.seen, ...seenAmong(post.text, shown, facts, desk.now())])]
}

export interface Plan {
  id: string
  text: string
  leavesAt: number
  announcedAt: number | null
  /** Keys of the flags that the writer was shown. */
  seen: readonly string[]
}

/** Plans words for a thread of the brand's own: from here on its row says when they leave (W1). */
export const planPost = async (
  trx: Trx,
  desk: Desk,
  actor: Actor,
  { post, kase }: { post: Row<'statement_posts'>; kase: Row<'cases'> },
  account: Row<'channel_accounts'>,
  plan: Plan,
): Promise<void> => {
  const row = await trx
    .insertInto('scheduled_posts')
    .values({
      ...{ id: plan.id, workspace_id: actor.workspaceId, statement_id: post.statement_id, account_id: account.id },
      ...{ conversation_id: kase.conversation_id, case_id: kase.id, writer_id: actor.memberId },
      ...{ shown_as: account.handle, text: plan.text, planned_at: new Date(desk.now()) },
      leaves_at: new Date(plan.leavesAt),
      announced_at: plan.announcedAt === null ? null : new Date(plan.announcedAt),
      seen: JSON.stringify(plan.seen),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await recordScheduled(trx, desk, row, 'statement.planned', actor.memberId, { leavesAt: plan.leavesAt })
}
