import { sql } from 'kysely'
import { type WeekMessage, WISHES } from '#core/radar/gather-wishes.ts'
import type { Instant } from '#core/time.ts'
import type { Trx } from '#server/db/transaction.ts'
import { firstIdAt } from '#server/new-id.ts'

/** So many words of a week are read, the latest; what there is of each kind is counted to the last one. */
const MOST = 5_000

/** What customers proposed, asked and complained of between two moments, as triage read it: a range of the primary key. */
export const readWeek = async (trx: Trx, workspaceId: string, from: Instant, until: Instant) => {
  const { rows } = await sql<WeekMessage>`
    select m.id, left(coalesce(m.subject || E'\n', '') || m.text, 2000) as text, coalesce(m.author_id, m.id)::text as author, r.topic, r.intent
    from messages m join message_readings r on r.message_id = m.id
    where m.workspace_id = ${workspaceId}::uuid and m.id >= ${firstIdAt(from)}::uuid and m.id < ${firstIdAt(until)}::uuid
      and m.direction = 'in' and m.deleted_at is null and r.intent = any(${[...WISHES]}::text[])
    order by m.id desc limit ${MOST}`.execute(trx)
  return rows
}

export interface KindCount {
  topic: string
  intent: string
  count: number
}

export const countKinds = async (trx: Trx, workspaceId: string, from: Instant, until: Instant) => {
  const { rows } = await sql<KindCount>`
    select r.topic, r.intent, count(*)::int as count from messages m join message_readings r on r.message_id = m.id
    where m.workspace_id = ${workspaceId}::uuid and m.id >= ${firstIdAt(from)}::uuid and m.id < ${firstIdAt(until)}::uuid
      and m.direction = 'in' group by 1, 2`.execute(trx)
  return rows
}
