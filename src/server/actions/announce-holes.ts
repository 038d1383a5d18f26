import { sql } from 'kysely'
import { findUntold } from '#core/rota/announce.ts'
import { dayOf, wallClock } from '#core/rota/brand-day.ts'
import { DUTIES, type Duty } from '#core/rota/rota.ts'
import { findHoles, type Hole } from '#core/rota/stretches.ts'
import { DAY_MS } from '#core/time.ts'
import { recordEvents } from '#server/db/record-events.ts'
import { asWorkerIn, type Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import { writeNotices } from '#server/ingest/write-news.ts'
import { inEachBrand } from '#server/jobs/each-brand.ts'
import { rotaOf } from '#server/queries/brand-rota.ts'

/** Far enough that a hole is known whole when it is told; one that lasts longer is told again as it goes on. */
const AHEAD_MS = 8 * DAY_MS

const listTold = async (trx: Trx, workspaceId: string, duty: Duty, now: number): Promise<Hole[]> => {
  const rows = await trx
    .selectFrom('hole_notices')
    .select(['starts_at', 'ends_at'])
    .where('workspace_id', '=', workspaceId)
    .where('duty', '=', duty)
    .where('ends_at', '>', new Date(now))
    .execute()
  return rows.map((row) => ({ from: row.starts_at.getTime(), until: row.ends_at.getTime() }))
}

const announceIn = (desk: Desk, workspaceId: string): Promise<number> =>
  asWorkerIn(desk.db, workspaceId, async (trx) => {
    // Two desks on one database look one after the other.
    await sql`select pg_advisory_xact_lock(hashtext('rota'), hashtext(${workspaceId}))`.execute(trx)
    const now = desk.now()
    const { rota, calendar } = await rotaOf(trx, workspaceId, now)
    let told = 0
    for (const duty of DUTIES) {
      const holes = findHoles(rota, calendar, duty, now, now + AHEAD_MS)
      if (holes.length === 0) continue
      for (const { from, until } of findUntold(holes, await listTold(trx, workspaceId, duty, now), now)) {
        const data = { duty, day: dayOf(rota.timeZone, from), from: wallClock(rota.timeZone, from) }
        const place = { workspaceId, now, newId: desk.newId }
        await trx
          .insertInto('hole_notices')
          .values({
            ...{ id: desk.newId(), workspace_id: workspaceId, duty, told_at: new Date(now) },
            ...{ starts_at: new Date(from), ends_at: new Date(until) },
          })
          .execute()
        await recordEvents(trx, workspaceId, [{ name: 'rota.hole', at: now, memberId: null, data }])
        await writeNotices(trx, place, [
          { kind: 'rota.hole', to: 'managers', caseId: null, data: { ...data, to: wallClock(rota.timeZone, until) } },
        ])
        told += 1
      }
    }
    return told
  })

/** Open hours that nobody will take are said to the managers a day before, once each (L4, T1). Returns how many were said. */
export const announceHoles = async (desk: Desk): Promise<number> => {
  const { rows } = await sql<{ id: string }>`select distinct workspace_id as id from shifts`.execute(desk.db.worker)
  return inEachBrand(desk, rows, 'rota', ({ id }) => announceIn(desk, id))
}
