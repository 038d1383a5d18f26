import { sql } from 'kysely'
import type { Radar } from '#core/radar/radar.ts'
import { type RisingStory, risingStories } from '#core/radar/rising.ts'
import { DAY_MS, type Instant } from '#core/time.ts'
import type { Trx } from '#server/db/transaction.ts'

/** A line of which nobody spoke for so long is taken off. */
const KEPT_MS = 14 * DAY_MS
const MOST_REACH = 1e15

const mostOf = (counts: Readonly<Record<string, number>>): string | null =>
  Object.entries(counts).reduce<[string | null, number]>(
    (best, [key, n]) => (n > best[1] ? [key, n] : best),
    [null, 0],
  )[0]

const rowOf = ({ story, label, rise, share, authors }: RisingStory, place: number) => ({
  ...{ id: story.id, label, place, count: story.count, authors, negative: story.negative, share },
  ...{ began_at: new Date(story.beganAt), last_at: new Date(story.lastAt), reach: Math.min(story.reach, MOST_REACH) },
  ...{ networks: story.networks, topic: mostOf(story.topics), heard: rise.heard, usual: rise.usual },
  samples: story.samples,
})

/** Writes the lines as they stand: those that rise, in their order; the others rise no more, and the oldest go. */
export const tellStories = async (trx: Trx, workspaceId: string, radar: Radar, now: Instant): Promise<void> => {
  const rows = risingStories(radar, now).map(rowOf)
  const at = new Date(now)
  await sql`
    insert into radar_stories (id, workspace_id, label, rising, place, began_at, last_at, count, authors, reach, negative, networks, topic,
      heard, usual, share, samples, told_at)
    select id, ${workspaceId}::uuid, label, true, place, began_at, last_at, count, authors, reach, negative, networks, topic, heard, usual,
      share, samples, ${at}::timestamptz
    from json_to_recordset(${JSON.stringify(rows)}::json) as r (id uuid, label jsonb, place integer, began_at timestamptz,
      last_at timestamptz, count integer, authors integer, reach bigint, negative integer, networks jsonb, topic text,
      heard double precision, usual double precision, share double precision, samples jsonb)
    on conflict (id) do update set label = excluded.label, rising = true, place = excluded.place, last_at = excluded.last_at,
      count = excluded.count, authors = excluded.authors, reach = excluded.reach, negative = excluded.negative,
      networks = excluded.networks, topic = excluded.topic, heard = excluded.heard, usual = excluded.usual, share = excluded.share,
      samples = excluded.samples, told_at = excluded.told_at`.execute(trx)
  await sql`update radar_stories set rising = false where workspace_id = ${workspaceId}::uuid and rising
    and not (id = any(${rows.map(({ id }) => id)}::uuid[]))`.execute(trx)
  await sql`delete from radar_stories where workspace_id = ${workspaceId}::uuid
    and last_at < ${new Date(now - KEPT_MS)}::timestamptz`.execute(trx)
}
