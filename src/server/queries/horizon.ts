import { sql } from 'kysely'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import type { Actor, Desk } from '#server/desk.ts'
import { caseConditions, type InboxFilter } from './inbox-filter.ts'

/** The strip of coming deadlines: three hours by bars of five minutes, and half an hour of lateness on its left. */
const FROM_MINUTES = -30
const TO_MINUTES = 180
const BAR_MINUTES = 5

/** A figure that goes no further: beyond it the exact number tells nobody anything. */
const MANY = 1_000

interface Bar {
  /** Null beyond the strip. */
  bar: number | null
  count: number
  late: number
  mine: number
  unowned: number
  next: number | null
}

/** What is owed within the strip, bar by bar, and what comes after it: each a walk of the index that holds all that is counted. */
const readBars = async (trx: Trx, actor: Actor, filter: InboxFilter, at: number): Promise<Bar[]> => {
  const now = new Date(at)
  const end = new Date(at + TO_MINUTES * 60_000)
  const owed = caseConditions({ ...filter, queue: 'owed', q: undefined }, actor, now)
  const shares = sql`count(*)::int as count, (count(*) filter (where c.owner_id = ${actor.memberId}::uuid))::int as mine,
    (count(*) filter (where c.owner_id is null))::int as unowned`
  const within = await sql<Bar>`
    select greatest(floor(date_part('epoch', c.due_at - ${now}) / 60 / ${BAR_MINUTES}::int), ${FROM_MINUTES / BAR_MINUTES}::int)::int as bar,
      ${shares}, (count(*) filter (where c.due_at < ${now}))::int as late,
      (date_part('epoch', min(c.due_at) filter (where c.due_at >= ${now})) * 1000) as next
    from cases c where ${owed} and c.due_at < ${end} group by 1 order by 1`.execute(trx)
  const beyond = await sql<Bar>`
    select null::int as bar, ${shares}, 0 as late, date_part('epoch', min(c.due_at)) * 1000 as next
    from cases c where ${owed} and c.due_at >= ${end}`.execute(trx)
  return [...within.rows, ...beyond.rows]
}

const readOthers = async (trx: Trx, workspaceId: string, now: Date) => {
  const { rows } = await sql<Record<'waiting' | 'snoozed' | 'unsettled' | 'quarantined', number>>`
    select
      (select count(*) from (select from cases c where c.workspace_id = ${workspaceId}::uuid and c.state = 'waiting' limit ${MANY}) w)::int as waiting,
      (select count(*) from (select from cases c where c.workspace_id = ${workspaceId}::uuid and c.snoozed_until > ${now} limit ${MANY}) s)::int as snoozed,
      (select count(*) from deliveries d where d.workspace_id = ${workspaceId}::uuid and d.state in ('refused', 'to-check', 'stale')
         and d.finished_at is null)::int as unsettled,
      (select count(*) from receipts r where r.workspace_id = ${workspaceId}::uuid and r.state = 'quarantined')::int as quarantined`.execute(
    trx,
  )
  return rows[0] ?? { waiting: 0, snoozed: 0, unsettled: 0, quarantined: 0 }
}

const sum = (bars: readonly Bar[], what: 'count' | 'late' | 'mine' | 'unowned'): number =>
  bars.reduce((all, bar) => all + bar[what], 0)

/** What is owed and when (A2); what only waits is counted up to a thousand. */
export const readHorizon = (desk: Desk, actor: Actor, filter: InboxFilter) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const now = desk.now()
    const bars = await readBars(trx, actor, filter, now)
    const next = Math.min(...bars.flatMap((bar) => bar.next ?? []))
    return {
      now,
      ...{ owed: sum(bars, 'count'), late: sum(bars, 'late'), mine: sum(bars, 'mine'), unowned: sum(bars, 'unowned') },
      ...(await readOthers(trx, actor.workspaceId, new Date(now))),
      nextDueAt: Number.isFinite(next) ? Math.round(next) : null,
      bars: bars.flatMap(({ bar, count }) =>
        bar === null ? [] : { fromMinutes: bar * BAR_MINUTES, toMinutes: (bar + 1) * BAR_MINUTES, count },
      ),
    }
  })
