import { sql } from 'kysely'
import type { Series } from '#core/surge/series.ts'
import type { Instant } from '#core/time.ts'
import { type Topic, topics } from '#core/triage/labels.ts'
import type { RowChange } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import { firstIdAt } from '#server/new-id.ts'
import { negativeOf } from './count-incoming.ts'
import { BUCKET_MS, type Count, followSeries, type Looked, NOTHING } from './follow-series.ts'
import { warmSeries } from './warm-series.ts'

type Kind = 'topic' | 'network'
type Counts = ReadonlyMap<string, Count>

/** Fresh messages of the public in one bucket, by topic and by network: a range of the primary key. */
const countBucket = async (trx: Trx, workspaceId: string, at: Instant): Promise<Counts> => {
  const { rows } = await sql<Count & { kind: Kind; key: string }>`
    with said as materialized (
      select m.id, c.connector from messages m join channel_accounts c on c.id = m.account_id
      where m.workspace_id = ${workspaceId}::uuid and m.id >= ${firstIdAt(at)}::uuid and m.id < ${firstIdAt(at + BUCKET_MS)}::uuid
        and m.direction = 'in' and m.sent_at > m.received_at - interval '1 hour')
    select 'network' as kind, connector as key, count(*)::int as count, ${negativeOf} as negative
      from said left join message_readings r on r.message_id = said.id group by 2
    union all
    select 'topic', r.topic, count(*)::int, ${negativeOf}
      from said join message_readings r on r.message_id = said.id group by 2`.execute(trx)
  return new Map(rows.map(({ kind, key, ...counted }) => [`${kind} ${key}`, counted]))
}

/** Accounts that hear nothing teach nothing: neither of their network, nor of what is talked about. */
const listenersOf = async (trx: Trx, workspaceId: string) => {
  const rows = await trx
    .selectFrom('channel_accounts')
    .select(['connector', 'state'])
    .where('workspace_id', '=', workspaceId)
    .where('disconnected_at', 'is', null)
    .execute()
  const down = (some: typeof rows) => some.some(({ state }) => state === 'needs-attention')
  return {
    networks: [...new Set(rows.map(({ connector }) => connector))],
    isDown: (kind: Kind, key: string) => down(kind === 'topic' ? rows : rows.filter((row) => row.connector === key)),
  }
}

/**
 * Each topic and each network against its own habit of this hour of this weekday, as accounts are (L2, L3). Gives the topics, the
 * highest first, without what is about nothing in particular.
 */
export const followTopics = async (
  trx: Trx,
  workspaceId: string,
  now: Instant,
): Promise<readonly { topic: Topic; looked: Looked }[]> => {
  const at = now - (now % BUCKET_MS)
  const { time_zone: timeZone } = await trx
    .selectFrom('workspaces')
    .select('time_zone')
    .where('id', '=', workspaceId)
    .executeTakeFirstOrThrow()
  const { networks, isDown } = await listenersOf(trx, workspaceId)
  if (networks.length === 0) return []
  const rows = await trx.selectFrom('radar_series').selectAll().where('workspace_id', '=', workspaceId).execute()
  const last = await countBucket(trx, workspaceId, at - BUCKET_MS)
  const running = await countBucket(trx, workspaceId, at)
  const all = [
    ...topics.map((key) => ({ kind: 'topic' as const, key })),
    ...networks.map((key) => ({ kind: 'network' as const, key })),
  ]
  const seen: { topic: Topic; looked: Looked }[] = []
  for (const { kind, key } of all) {
    const row = rows.find((one) => one.kind === kind && one.key === key)
    const series: Series = row?.series ?? (await warmSeries(timeZone, BUCKET_MS, [], at))
    const unheard = isDown(kind, key)
    const counted = (counts: Counts) => (unheard ? null : (counts.get(`${kind} ${key}`) ?? NOTHING))
    const looked = followSeries({ series: { ...series, timeZone }, bucketAt: row?.bucket_at.getTime() ?? at }, at, {
      last: counted(last),
      running: counted(running),
    })
    const topic = topics.find((one) => kind === 'topic' && one === key && one !== 'other')
    if (topic !== undefined) seen.push({ topic, looked })
    const told = {
      ...{ bucket_at: new Date(looked.bucketAt), height: looked.running.height, state: looked.running.state },
      why: JSON.stringify(looked.running.why),
    } satisfies RowChange<'radar_series'>
    if (row === undefined)
      await trx
        .insertInto('radar_series')
        .values({ workspace_id: workspaceId, kind, key, ...told, series: JSON.stringify(looked.series) })
        .execute()
    else if (row.bucket_at.getTime() !== looked.bucketAt || row.why.counted !== looked.running.why.counted)
      await trx
        .updateTable('radar_series')
        .set(row.bucket_at.getTime() === looked.bucketAt ? told : { ...told, series: JSON.stringify(looked.series) })
        .where('workspace_id', '=', workspaceId)
        .where('kind', '=', kind)
        .where('key', '=', key)
        .execute()
  }
  return seen.toSorted((a, b) => b.looked.running.height - a.looked.running.height)
}
