import { sql } from 'kysely'
import { MOST_TRIES, retryAt } from '#core/notification/decide.ts'
import { HOUR_MS } from '#core/time.ts'
import type { Row } from '#server/db/schema.ts'
import { asWorker, asWorkerIn, enterWorkspace } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import { LEASE_MS } from './claim.ts'
import type { Handed } from './outside.ts'

/** An alert that is so old is news to nobody: a receiver that was down a day is not flooded when it is back. */
const TOO_OLD_MS = 12 * HOUR_MS

export type ClaimedBulletin = Row<'bulletins'> & { lease_until: Date }

const isStale = (row: Row<'bulletins'>, now: number): boolean =>
  row.way_id !== null && now - row.made_at.getTime() > TOO_OLD_MS

/** Takes one bulletin that is due, and commits that it is about to leave; null when nothing is. */
export const claimBulletin = (desk: Desk): Promise<ClaimedBulletin | 'settled' | null> =>
  asWorker(desk.db, async (trx) => {
    const now = desk.now()
    const { rows } = await sql<{ id: string; workspace_id: string }>`
      select id, workspace_id from bulletins where due_at <= ${new Date(now)} and (lease_until is null or lease_until <= ${new Date(now)})
      order by due_at limit 1`.execute(trx)
    const [found] = rows
    if (found === undefined) return null
    await enterWorkspace(trx, found.workspace_id)
    const row = await trx
      .selectFrom('bulletins')
      .selectAll()
      .where('id', '=', found.id)
      .where('due_at', '<=', new Date(now))
      .where((eb) => eb.or([eb('lease_until', 'is', null), eb('lease_until', '<=', new Date(now))]))
      .forUpdate()
      .skipLocked()
      .executeTakeFirst()
    if (row === undefined) return null
    const stopped =
      row.way_id !== null &&
      (await trx.selectFrom('alert_ways').select('stopped_at').where('id', '=', row.way_id).executeTakeFirst())
        ?.stopped_at != null
    const over = { due_at: null, lease_until: null, settled_at: new Date(now) }
    const drop = stopped ? 'stopped' : isStale(row, now) ? 'too-old' : null
    const change =
      drop !== null
        ? { ...over, state: 'dropped' as const, reason: drop }
        : row.tries >= MOST_TRIES
          ? { ...over, state: 'failed' as const, reason: row.reason ?? 'never ended' }
          : { state: 'sending' as const, tries: row.tries + 1, lease_until: new Date(now + LEASE_MS) }
    await trx.updateTable('bulletins').set(change).where('id', '=', row.id).execute()
    return change.state === 'sending'
      ? { ...row, tries: row.tries + 1, lease_until: new Date(now + LEASE_MS) }
      : 'settled'
  })

/** Writes what became of it; a process whose lease ran out meanwhile has nothing to say any more. */
export const recordBulletin = (desk: Desk, claimed: ClaimedBulletin, handed: Handed): Promise<void> =>
  asWorkerIn(desk.db, claimed.workspace_id, async (trx) => {
    const now = desk.now()
    const over = { due_at: null, lease_until: null, settled_at: new Date(now) }
    const again = handed.kind === 'failed' && !handed.permanent ? retryAt(claimed.tries, now) : null
    const reason = handed.kind === 'failed' ? handed.reason : handed.kind === 'gone' ? 'gone' : null
    const change =
      handed.kind === 'taken'
        ? { ...over, state: 'sent' as const, reason }
        : again === null
          ? { ...over, state: 'failed' as const, reason }
          : { state: 'waiting' as const, due_at: new Date(again), lease_until: null, reason }
    await trx
      .updateTable('bulletins')
      .set(change)
      .where('id', '=', claimed.id)
      .where('lease_until', '=', claimed.lease_until)
      .where('state', '=', 'sending')
      .execute()
  })
