import { decideLeaving } from '#core/scheduled/decide-leaving.ts'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import { holdReply } from '#server/deliveries/hold-reply.ts'
import type { Desk } from '#server/desk.ts'
import { allowancesOf, holdForLeaving, pausesSince, plannedOf } from '#server/queries/scheduled-pauses.ts'
import { readAtTheHour } from './read-at-the-hour.ts'
import { changeScheduled, keepIn, recordScheduled, tellAbout } from './write-scheduled.ts'

type Post = Row<'scheduled_posts'>

export type Became = 'waits' | 'paused' | 'asks' | 'given'

/** Suspended past its hour: that is said once, to its writer and to those who answer for the brand (C3). */
const tellPaused = async (trx: Trx, desk: Desk, post: Post): Promise<void> => {
  if (post.paused_told_at !== null) return
  await changeScheduled(trx, post, { paused_told_at: new Date(desk.now()) })
  await recordScheduled(trx, desk, post, 'statement.paused', null)
  await tellAbout(trx, desk, post, 'statement.paused', 'paused')
}

const give = async (
  trx: Trx,
  desk: Desk,
  post: Post,
  kase: Row<'cases'>,
  { read, approvedBy }: Extract<Awaited<ReturnType<typeof readAtTheHour>>, { why: null }>,
): Promise<void> => {
  const at = new Date(desk.now())
  await changeScheduled(trx, post, { ...{ state: 'given', why: null, ended_at: at }, ended_by: post.let_go_by })
  const words = { text: post.text, audience: 'public' as const, urgent: true, writerId: post.writer_id }
  await holdReply(trx, desk, kase, { deliveryId: post.id, ...words, approvedBy }, read)
  await trx
    .updateTable('statements')
    .set({ announced_at: post.announced_at, owes_update: true })
    .where('id', '=', post.statement_id)
    .execute()
  await recordScheduled(trx, desk, post, 'statement.left', post.let_go_by)
}

/**
 * Scheduled words at their hour, with their case and row locked by the caller: they wait, are suspended, ask a person, or become a delivery
 * in this very transaction, so that a crash leaves either the plan or the delivery, and never both or none (W1, A1).
 */
export const giveScheduled = async (trx: Trx, desk: Desk, post: Post, kase: Row<'cases'>): Promise<Became> => {
  await holdForLeaving(trx, post.workspace_id)
  const { late_after_minutes: lateAfterMinutes } = await trx
    .selectFrom('workspaces')
    .select('late_after_minutes')
    .where('id', '=', post.workspace_id)
    .executeTakeFirstOrThrow()
  const planned = plannedOf(post, await allowancesOf(trx, [post]))
  const pauses = await pausesSince(trx, post.workspace_id, new Date(planned.readyAt))
  const leaving = decideLeaving(planned, { now: desk.now(), lateAfterMinutes, pauses })
  if (leaving.step === 'wait') return 'waits'
  if (leaving.step === 'paused') {
    await tellPaused(trx, desk, post)
    return 'paused'
  }
  if (leaving.step === 'ask') {
    await keepIn(trx, desk, post, leaving.why)
    return 'asks'
  }
  const read = await readAtTheHour(trx, desk, post, kase)
  if (read.why !== null) {
    await keepIn(trx, desk, post, read.why, read.detail)
    return 'asks'
  }
  await give(trx, desk, post, kase, read)
  return 'given'
}
