import { sql } from 'kysely'
import { DAY_MS } from '#core/time.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { Actor, Desk } from '#server/desk.ts'
import { firstIdAt } from '#server/new-id.ts'

const WEEKS = 4
const FIRED_DAYS = 30

/** What each network really brings in a week, over four of them, to hold against the volume that was agreed (H1). */
export const messagesPerWeek = async (desk: Desk, trx: Trx, { workspaceId }: Actor): Promise<Map<string, number>> => {
  const since = desk.now() - WEEKS * 7 * DAY_MS
  const { rows } = await sql<{ connector: string; heard: number }>`
    select a.connector, count(*)::integer as heard
    from messages m join channel_accounts a on a.id = m.account_id
    where m.workspace_id = ${workspaceId}::uuid and m.id >= ${firstIdAt(since)}::uuid
      and m.direction = 'in' and m.sent_at >= ${new Date(since)}
    group by a.connector`.execute(trx)
  return new Map(rows.map(({ connector, heard }) => [connector, Math.ceil(heard / WEEKS)]))
}

/** Deadlines missed on each network over thirty days (A2). */
export const missedDeadlines = async (desk: Desk, trx: Trx, { workspaceId }: Actor): Promise<Map<string, number>> => {
  const { rows } = await sql<{ connector: string; missed: number }>`
    select a.connector, count(*)::integer as missed
    from events e join channel_accounts a on a.id = e.account_id
    where e.workspace_id = ${workspaceId}::uuid and e.name = 'case.breached'
      and e.at >= ${new Date(desk.now() - FIRED_DAYS * DAY_MS)}
    group by a.connector`.execute(trx)
  return new Map(rows.map(({ connector, missed }) => [connector, missed]))
}

/** Replies that the guard held in over thirty days, each once however many rules spoke. */
export const repliesHeldIn = async (desk: Desk, trx: Trx, { workspaceId }: Actor): Promise<number> => {
  const { rows } = await sql<{ held: number }>`
    select count(*)::integer as held from events
    where workspace_id = ${workspaceId}::uuid and name = 'guard.refused'
      and at >= ${new Date(desk.now() - FIRED_DAYS * DAY_MS)}`.execute(trx)
  return rows[0]?.held ?? 0
}

export interface Fired {
  rule: string
  heldIn: number
  warned: number
}

/** How often each rule spoke over thirty days: replies that it held in, and replies that left with its warning. */
export const ruleFirings = async (desk: Desk, trx: Trx, { workspaceId }: Actor): Promise<Fired[]> => {
  const { rows } = await sql<Fired>`
    select rule, (count(*) filter (where name = 'guard.refused'))::integer as "heldIn",
      (count(*) filter (where name = 'delivery.held'))::integer as "warned"
    from (
      select distinct e.id, e.name, rule
      from events e, jsonb_array_elements_text(coalesce(e.data->'rules', e.data->'warnings', '[]'::jsonb)) as rule
      where e.workspace_id = ${workspaceId}::uuid and e.name in ('guard.refused', 'delivery.held')
        and e.at >= ${new Date(desk.now() - FIRED_DAYS * DAY_MS)}
    ) spoken
    group by rule order by rule`.execute(trx)
  return rows
}
