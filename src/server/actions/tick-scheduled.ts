import { asWorkerIn } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import { giveScheduled } from '#server/scheduled/give-scheduled.ts'

const MOST = 50

/** One post, in a transaction of its own; of two workers the second goes on to the next one. */
const tickOne = (desk: Desk, workspaceId: string, id: string): Promise<boolean> =>
  asWorkerIn(desk.db, workspaceId, async (trx) => {
    const found = await trx.selectFrom('scheduled_posts').select('case_id').where('id', '=', id).executeTakeFirst()
    if (found === undefined) return false
    const kase = await trx
      .selectFrom('cases')
      .selectAll()
      .where('id', '=', found.case_id)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst()
    if (kase === undefined) return false
    const post = await trx
      .selectFrom('scheduled_posts')
      .selectAll()
      .where('id', '=', id)
      .where('state', '=', 'planned')
      .forUpdate()
      .executeTakeFirst()
    if (post === undefined) return false
    return (await giveScheduled(trx, desk, post, kase)) === 'given'
  })

/**
 * What is due leaves, or is held in visibly (W1, C3). Suspended posts are looked at again at each round, and leave the others their turn: a
 * post that cannot be read keeps neither its brand's others nor another brand waiting.
 */
export const tickScheduled = async (desk: Desk): Promise<number> => {
  let moved = 0
  let after: { at: Date; id: string } | null = null
  for (;;) {
    let asked = desk.db.worker
      .selectFrom('scheduled_posts')
      .select(['id', 'workspace_id', 'leaves_at'])
      .where('state', '=', 'planned')
      .where('leaves_at', '<=', new Date(desk.now()))
    const from: { at: Date; id: string } | null = after
    if (from !== null)
      asked = asked.where(({ eb, refTuple, tuple }) => eb(refTuple('leaves_at', 'id'), '>', tuple(from.at, from.id)))
    const due = await asked.orderBy('leaves_at').orderBy('id').limit(MOST).execute()
    for (const { id, workspace_id: workspaceId } of due)
      try {
        moved += (await tickOne(desk, workspaceId, id)) ? 1 : 0
      } catch (error) {
        desk.log.error({ err: error, post: id }, 'a scheduled post could not be read; it is tried again')
      }
    const last = due.at(-1)
    if (last === undefined || due.length < MOST) break
    after = { at: last.leaves_at, id: last.id }
  }
  if (moved > 0) desk.wake('deliver')
  return moved
}
