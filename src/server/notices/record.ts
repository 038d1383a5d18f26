import { retryAt } from '#core/notification/decide.ts'
import { recordEvents } from '#server/db/record-events.ts'
import type { RowChange } from '#server/db/schema.ts'
import { asWorkerIn, type Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import type { Claimed } from './claim.ts'
import type { Handed } from './outside.ts'

/** What is tried again waits longer each time; what was tried often enough stays on record with the last answer. */
const changeOf = (claimed: Claimed, handed: Handed, now: number): RowChange<'tellings'> => {
  const settled = { due_at: null, lease_until: null, settled_at: new Date(now) }
  if (handed.kind === 'taken') return { ...settled, state: 'sent', reason: null }
  if (handed.kind === 'gone') return { ...settled, state: 'dropped', reason: 'device-gone' }
  const again = handed.permanent ? null : retryAt(claimed.tries, now)
  if (again === null) return { ...settled, state: 'failed', reason: handed.reason }
  // What nobody has may leave in other company; what may be out already is told again as the same message, or not at all.
  const batch = handed.certain ? { batch_id: null } : {}
  return { state: 'waiting', due_at: new Date(again), lease_until: null, reason: handed.reason, ...batch }
}

const forgetDevice = async (trx: Trx, desk: Desk, { workspace_id, target_id }: Claimed): Promise<void> => {
  const gone = await trx
    .deleteFrom('notification_devices')
    .where('id', '=', target_id)
    .returning('id')
    .executeTakeFirst()
  if (gone === undefined) return
  await trx
    .updateTable('tellings')
    .set({ state: 'dropped', reason: 'device-gone', due_at: null, lease_until: null, settled_at: new Date(desk.now()) })
    .where('target_id', '=', target_id)
    .where('due_at', 'is not', null)
    .execute()
  await recordEvents(trx, workspace_id, [
    { name: 'device.removed', at: desk.now(), memberId: null, data: { deviceId: target_id, why: 'gone' } },
  ])
}

/** Writes what became of a message; a process whose lease ran out meanwhile has nothing to say any more. */
export const recordTold = (desk: Desk, claimed: Claimed, handed: Handed): Promise<boolean> =>
  asWorkerIn(desk.db, claimed.workspace_id, async (trx) => {
    const now = desk.now()
    const moved = await trx
      .updateTable('tellings')
      .set(changeOf(claimed, handed, now))
      .where('batch_id', '=', claimed.batchId)
      .where('lease_until', '=', claimed.leaseUntil)
      .where('state', '=', 'sending')
      .returning('notification_id')
      .execute()
    if (moved.length === 0) return false
    if (handed.kind === 'gone') await forgetDevice(trx, desk, claimed)
    if (handed.kind === 'taken' && claimed.means === 'push')
      await trx
        .updateTable('notification_devices')
        .set({ told_at: new Date(now) })
        .where('id', '=', claimed.target_id)
        .execute()
    return true
  })
