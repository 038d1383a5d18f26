import type { Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import { changeScheduled, endAllowances, recordScheduled } from './write-scheduled.ts'

const livePlan = (trx: Trx, id: string) =>
  trx
    .selectFrom('scheduled_posts')
    .selectAll()
    .where('id', '=', id)
    .where('state', 'in', ['planned', 'asks'])
    .forUpdate()
    .executeTakeFirst()

/** Whether these words have an hour of their own; whoever read them may have put them right, and then they are allowed anew (V1, C3). */
export const keepPlanned = async (trx: Trx, desk: Desk, id: string, text: string | null): Promise<boolean> => {
  const post = await livePlan(trx, id)
  if (post === undefined) return false
  if (text === null) return true
  await changeScheduled(trx, post, { text })
  await endAllowances(trx, desk, post)
  return true
}

/** Words that came back from their reader, or that their writer took back, have no hour any more. */
export const endPlan = async (trx: Trx, desk: Desk, id: string, by: string): Promise<void> => {
  const post = await livePlan(trx, id)
  if (post === undefined) return
  const over = { state: 'taken-back' as const, why: null, ended_at: new Date(desk.now()), ended_by: by }
  await changeScheduled(trx, post, over)
  await endAllowances(trx, desk, post)
  await recordScheduled(trx, desk, post, 'statement.taken-back', by, { why: 'given-back' })
}
