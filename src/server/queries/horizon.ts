import { type RawBuilder, sql } from 'kysely'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import type { Actor, Desk } from '#server/desk.ts'
import { caseConditions, type InboxFilter } from './inbox-filter.ts'

/** The strip of coming deadlines: three hours by bars of five minutes, and half an hour of lateness on its left. */
const FROM_MINUTES = -30
const TO_MINUTES = 180
const BAR_MINUTES = 5

/** A figure that goes no further: beyond it the exact number tells nobody anything. */
const MANY = 500

interface Share {
  count: number
  mine: number
  unowned: number
  next: number | null
}

interface Bar extends Share {
  bar: number
  late: number
}

interface Beyond extends Share {
  more: boolean
}

const shareOf = ({ memberId }: Actor): RawBuilder<unknown> =>
  sql`count(*)::int as count, (count(*) filter (where c.owner_id = ${memberId}::uuid))::int as mine,
    (count(*) filter (where c.owner_id is null))::int as unowned`

/** What is owed within the strip, to the last one, bar by bar: a walk of the index that holds all that is counted. */
const readBars = async (trx: Trx, actor: Actor, owed: RawBuilder<unknown>, now: Date, end: Date): Promise<Bar[]> => {
  const { rows } = await sql<Bar>`
    select greatest(floor(date_part('epoch', c.due_at - ${now}) / 60 / ${BAR_MINUTES}::int), ${FROM_MINUTES / BAR_MINUTES}::int)::int as bar,
      ${shareOf(actor)}, (count(*) filter (where c.due_at < ${now}))::int as late,
      (date_part('epoch', min(c.due_at) filter (where c.due_at >= ${now})) * 1000) as next
    from cases c where ${owed} and c.due_at < ${end} group by 1`.execute(trx)
  return rows.sort((a, b) => a.bar - b.bar)
}

/** The first five hundred that come after the strip, and whether there are more. */
const readBeyond = async (trx: Trx, actor: Actor, owed: RawBuilder<unknown>, end: Date): Promise<Beyond> => {
  const { rows } = await sql<Beyond>`
    with found as (
      select c.due_at, c.owner_id from cases c where ${owed} and c.due_at >= ${end} order by c.due_at limit ${MANY + 1})
    select ${shareOf(actor)}, date_part('epoch', min(c.due_at)) * 1000 as next, (select count(*) from found) > ${MANY} as more
    from (select * from found limit ${MANY}) c`.execute(trx)
  return rows[0] ?? { count: 0, mine: 0, unowned: 0, next: null, more: false }
}

const readOthers = async (trx: Trx, actor: Actor, now: Date) => {
  const { workspaceId } = actor
  const thanked = caseConditions({ queue: 'thanks' }, actor, now)
  const { rows } = await sql<
    Record<'thanks' | 'thanksLate' | 'waiting' | 'snoozed' | 'unsettled' | 'quarantined', number>
  >`
    select
      (select count(*) from (select from cases c where ${thanked} limit ${MANY}) t)::int as thanks,
      (select count(*) from (select from cases c where ${thanked} and c.due_at < ${now} limit ${MANY}) t)::int as "thanksLate",
      (select count(*) from (select from cases c where c.workspace_id = ${workspaceId}::uuid and c.state = 'waiting' limit ${MANY}) w)::int as waiting,
      (select count(*) from (select from cases c where c.workspace_id = ${workspaceId}::uuid and c.snoozed_until > ${now} limit ${MANY}) s)::int as snoozed,
      (select count(*) from deliveries d where d.workspace_id = ${workspaceId}::uuid and d.state in ('refused', 'to-check', 'stale')
         and d.finished_at is null)::int as unsettled,
      (select count(*) from receipts r where r.workspace_id = ${workspaceId}::uuid and r.state = 'quarantined')::int as quarantined`.execute(
    trx,
  )
  return rows[0] ?? { thanks: 0, thanksLate: 0, waiting: 0, snoozed: 0, unsettled: 0, quarantined: 0 }
}

const sum = <Key extends string>(shares: readonly Record<Key, number>[], what: Key): number =>
  shares.reduce((all, share) => all + share[what], 0)

/** What is owed and when (A2): exactly as far as the strip goes, up to five hundred beyond; what only waits is counted up to as many. */
export const readHorizon = (desk: Desk, actor: Actor, filter: InboxFilter) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const at = desk.now()
    const [now, end] = [new Date(at), new Date(at + TO_MINUTES * 60_000)]
    const owed = caseConditions({ ...filter, queue: 'owed', q: undefined }, actor, now)
    const bars = await readBars(trx, actor, owed, now, end)
    const beyond = await readBeyond(trx, actor, owed, end)
    const all = [...bars, beyond]
    const next = Math.min(...all.flatMap((share) => share.next ?? []))
    return {
      now: at,
      ...{
        owed: sum(all, 'count'),
        owedMore: beyond.more,
        mine: sum(all, 'mine'),
        unowned: sum(all, 'unowned'),
      },
      late: sum(bars, 'late'),
      ...(await readOthers(trx, actor, now)),
      nextDueAt: Number.isFinite(next) ? Math.round(next) : null,
      bars: bars.map(({ bar, count }) => ({
        fromMinutes: bar * BAR_MINUTES,
        toMinutes: (bar + 1) * BAR_MINUTES,
        count,
      })),
    }
  })
