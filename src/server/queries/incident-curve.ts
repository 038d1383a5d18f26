import { sql } from 'kysely'
import { usualAt } from '#core/surge/usual-at.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#core/time.ts'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'

const STEPS_MS = [1, 2, 5, 10, 30, 60, 180, 360, 1440].map((minutes) => minutes * MINUTE_MS)
const LONGEST_MS = DAY_MS
const MOST_BUCKETS = 120
/** Before the first mention there is a calm to be seen. */
const BEFORE_MS = HOUR_MS

/** Mentions of an incident through time, and how many messages of all kinds are usual on its accounts; null where no habit is known. */
export const curveOf = async (trx: Trx, incident: Row<'incidents'>, now: number) => {
  const until = incident.closed_at?.getTime() ?? now
  // Whoever dates an affair back by years sees the end of it.
  const from = Math.max(incident.since_at.getTime() - BEFORE_MS, until - MOST_BUCKETS * LONGEST_MS)
  const bucketMs = STEPS_MS.find((step) => (until - from) / step <= MOST_BUCKETS) ?? LONGEST_MS
  const { rows } = await sql<{ bucket: number; count: number }>`
    select floor(extract(epoch from sent_at) * 1000 / ${bucketMs}::float8)::float8 as bucket, count(*)::int as count
    from incident_mentions where incident_id = ${incident.id}::uuid and unlinked_at is null group by 1`.execute(trx)
  const counted = new Map(rows.map(({ bucket, count }) => [bucket, count]))
  const { accountIds } = incident.matching
  const kept = await trx
    .selectFrom('surge_series')
    .select(['account_id', 'series'])
    .where('workspace_id', '=', incident.workspace_id)
    .execute()
  const own = kept.filter(({ account_id }) =>
    accountIds.length === 0 ? account_id === null : account_id !== null && accountIds.includes(account_id),
  )
  const usual = (at: number): number | null =>
    own.length === 0
      ? null
      : own.reduce<number | null>((sum, { series }) => {
          const one = usualAt(series, at)
          return sum === null || one === null ? null : sum + (one * bucketMs) / series.bucketMs
        }, 0)
  const points: { at: number; count: number; usual: number | null }[] = []
  for (let bucket = Math.floor(from / bucketMs); bucket * bucketMs <= until; bucket += 1)
    points.push({ at: bucket * bucketMs, count: counted.get(bucket) ?? 0, usual: usual(bucket * bucketMs) })
  return { bucketMs, points }
}
