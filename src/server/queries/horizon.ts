import { sql } from 'kysely'
import { inWorkspace } from '#server/db/transaction.ts'
import type { Actor, Desk } from '#server/desk.ts'
import { caseConditions, type InboxFilter } from './inbox-filter.ts'

/** The strip of coming deadlines: three hours by bars of five minutes, and half an hour of lateness on its left. */
const FROM_MINUTES = -30
const TO_MINUTES = 180
const BAR_MINUTES = 5

/** What is owed and when (A2), in two walks of the index of owed cases. */
export const readHorizon = (desk: Desk, actor: Actor, filter: InboxFilter) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const at = desk.now()
    const now = new Date(at)
    const owed = caseConditions({ ...filter, queue: 'owed', q: undefined }, actor, now)
    const counts = await sql<Record<'owed' | 'late' | 'mine' | 'unowned', number> & { next_due_at: Date | null }>`
      select count(*)::int as owed, (count(*) filter (where c.due_at < ${now}))::int as late,
        (count(*) filter (where c.owner_id = ${actor.memberId}::uuid))::int as mine,
        (count(*) filter (where c.owner_id is null))::int as unowned,
        min(c.due_at) filter (where c.due_at >= ${now}) as next_due_at
      from cases c where ${owed}`.execute(trx)
    const others = await sql<Record<'waiting' | 'snoozed' | 'unsettled' | 'quarantined', number>>`
      select
        (select count(*) from (select 1 from cases c where c.workspace_id = ${actor.workspaceId}::uuid and c.state = 'waiting' limit 10000) w)::int as waiting,
        (select count(*) from cases c where c.workspace_id = ${actor.workspaceId}::uuid and c.snoozed_until > ${now})::int as snoozed,
        (select count(*) from deliveries d where d.workspace_id = ${actor.workspaceId}::uuid and d.state in ('refused', 'to-check', 'stale')
           and d.finished_at is null)::int as unsettled,
        (select count(*) from receipts r where r.workspace_id = ${actor.workspaceId}::uuid and r.state = 'quarantined')::int as quarantined`.execute(
      trx,
    )
    const bars = await sql<{ bar: number; count: number }>`
      select greatest(floor(extract(epoch from c.due_at - ${now}) / 60 / ${BAR_MINUTES}::int), ${FROM_MINUTES / BAR_MINUTES}::int)::int as bar,
        count(*)::int as count
      from cases c where ${owed} and c.due_at < ${new Date(at + TO_MINUTES * 60_000)} group by 1 order by 1`.execute(
      trx,
    )
    const { owed: all = 0, late = 0, mine = 0, unowned = 0, next_due_at: next = null } = counts.rows[0] ?? {}
    const { waiting = 0, snoozed = 0, unsettled = 0, quarantined = 0 } = others.rows[0] ?? {}
    return {
      ...{ now: at, owed: all, late, mine, unowned, waiting, snoozed, unsettled, quarantined },
      nextDueAt: next?.getTime() ?? null,
      bars: bars.rows.map(({ bar, count }) => ({
        fromMinutes: bar * BAR_MINUTES,
        toMinutes: (bar + 1) * BAR_MINUTES,
        count,
      })),
    }
  })
