import { sql } from 'kysely'
import { DAY_MS, HOUR_MS, type Instant } from '#core/time.ts'
import type { Trx } from '#server/db/transaction.ts'
import { firstIdAt } from '#server/new-id.ts'
import type { Count } from './follow-series.ts'

/** Messages of the public by account. */
export type Counted = ReadonlyMap<string, Count>

/** Of the messages `m` and their readings `r`: how many are negative, where all of them were read. */
export const negativeOf = sql`case when count(r.message_id) = count(*) then (count(*) filter (where r.sentiment = 'negative'))::int end`

/** What is fetched after an outage or at the first connection is no event of now. */
const NEWS_MS = HOUR_MS

/** The messages that the desk took in between two moments and that were fresh then; found by their ids, which begin with the time. */
export const countIncoming = async (trx: Trx, workspaceId: string, from: Instant, until: Instant): Promise<Counted> => {
  const { rows } = await sql<Count & { account_id: string }>`
    select m.account_id, count(*)::int as count, ${negativeOf} as negative
    from messages m left join message_readings r on r.message_id = m.id
    where m.workspace_id = ${workspaceId}::uuid and m.id >= ${firstIdAt(from)}::uuid and m.id < ${firstIdAt(until)}::uuid
      and m.direction = 'in' and m.sent_at > m.received_at - ${NEWS_MS} * interval '1 millisecond'
    group by m.account_id`.execute(trx)
  return new Map(rows.map(({ account_id: id, ...counted }) => [id, counted]))
}

export interface PastBucket {
  accountId: string
  at: Instant
  count: number
}

/** So much of the past is heard by a new series: two of each weekday. */
export const PAST_MS = 14 * DAY_MS

/** What the past holds, by when it was written: history that was fetched at once was not said at once. */
export const countPast = async (
  trx: Trx,
  workspaceId: string,
  until: Instant,
  bucketMs: number,
): Promise<readonly PastBucket[]> => {
  const since = until - PAST_MS
  const { rows } = await sql<{ account_id: string; bucket: number; count: number }>`
    select account_id, floor(extract(epoch from sent_at) * 1000 / ${bucketMs}::float8)::float8 as bucket, count(*)::int as count
    from messages
    where workspace_id = ${workspaceId}::uuid and id >= ${firstIdAt(since)}::uuid and direction = 'in'
      and sent_at >= ${new Date(since)}::timestamptz and sent_at < ${new Date(until)}::timestamptz
    group by 1, 2 order by 2`.execute(trx)
  return rows.map((row) => ({ accountId: row.account_id, at: row.bucket * bucketMs, count: row.count }))
}
