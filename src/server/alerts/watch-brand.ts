import { sql } from 'kysely'
import type { SurgeReading } from '#core/surge/reading.ts'
import type { Series } from '#core/surge/series.ts'
import { standsOut } from '#core/surge/stands-out.ts'
import type { Instant } from '#core/time.ts'
import { endAlert } from '#server/actions/end-alert.ts'
import type { Row } from '#server/db/schema.ts'
import { asWorkerIn, type Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import { type Counted, countIncoming, countPast } from './count-incoming.ts'
import { BUCKET_MS, type Count, type Followed, followSeries, type Looked, NOTHING } from './follow-series.ts'
import { followTopics } from './follow-topics.ts'
import { gaugeAlert } from './gauge-alert.ts'
import { keepSeries } from './keep-series.ts'
import { type Place, stepAlert } from './step-alert.ts'
import { tellWatch } from './tell-watch.ts'
import { warmSeries } from './warm-series.ts'

type Account = Pick<Row<'channel_accounts'>, 'id' | 'state'>
type Counts = { last: Counted; running: Counted }

const sumOf = (counts: readonly Count[]): Count =>
  counts.reduce(
    (all, { count, negative }) => ({
      count: all.count + count,
      negative: all.negative === null || negative === null ? null : all.negative + negative,
    }),
    NOTHING,
  )

/** What the desk heard of one account, or of all: null where it is known to hear nothing (L4). */
const heardOf = (accounts: readonly Account[], accountId: string | null, { last, running }: Counts) => {
  const isDown = (one: Account) => one.state === 'needs-attention'
  const mine = accountId === null ? accounts : accounts.filter(({ id }) => id === accountId)
  const sum = (counted: Counted) => sumOf(mine.map(({ id }) => counted.get(id) ?? NOTHING))
  return {
    // A brand that is heard in part is at least as loud as that part, but teaches nothing of its whole.
    running: mine.every(isDown) ? null : sum(running),
    last: mine.some(isDown) ? null : sum(last),
  }
}

/** What is known of each series; one that is new hears the past first. */
const openSeries = async (trx: Trx, workspaceId: string, ids: readonly (string | null)[], at: Instant) => {
  const { time_zone: timeZone } = await trx
    .selectFrom('workspaces')
    .select('time_zone')
    .where('id', '=', workspaceId)
    .executeTakeFirstOrThrow()
  const rows = await trx.selectFrom('surge_series').selectAll().where('workspace_id', '=', workspaceId).execute()
  const known = new Map(rows.map((row) => [row.account_id, row]))
  const isNew = ids.some((id) => !known.has(id))
  const past = isNew ? await countPast(trx, workspaceId, at, BUCKET_MS) : []
  const opened = new Map<string | null, { row: Row<'surge_series'> | null; followed: Followed }>()
  for (const id of ids) {
    const row = known.get(id) ?? null
    const own = id === null ? past : past.filter(({ accountId }) => accountId === id)
    const series: Series = row?.series ?? (await warmSeries(timeZone, BUCKET_MS, own, at))
    opened.set(id, { row, followed: { series: { ...series, timeZone }, bucketAt: row?.bucket_at.getTime() ?? at } })
  }
  return opened
}

/** The second desk on one database leaves the look to the first. */
const isAlone = async (trx: Trx, workspaceId: string): Promise<boolean> => {
  const { rows } = await sql<{ alone: boolean }>`
    select pg_try_advisory_xact_lock(hashtext('watch'), hashtext(${workspaceId})) as alone`.execute(trx)
  return rows[0]?.alone === true
}

/** One series of a brand, by what an alert of it is of: an account, a topic, or neither, which is the brand as a whole. */
const keyOf = ({ account_id: accountId, topic }: Pick<Row<'alerts'>, 'account_id' | 'topic'>): string =>
  `${accountId ?? ''} ${topic ?? ''}`

/** One event is one line: the brand's alert covers all others, an account's those of topics, and one topic stands for those beside it (L3). */
const coversOf = (
  open: ReadonlyMap<string, Row<'alerts'>>,
  { accountId, topic }: Pick<Place, 'accountId' | 'topic'>,
) => {
  const rankOf = (account: string | null, about: string | null) => (about !== null ? 2 : account !== null ? 1 : 0)
  const rank = rankOf(accountId, topic)
  const others = [...open.values()].map((one) => ({ one, rank: rankOf(one.account_id, one.topic) }))
  return {
    covers: others.flatMap(({ one, rank: other }) => (other > rank ? [one] : [])),
    isCovered: others.some(({ rank: other }) => other < rank || (other === 2 && rank === 2)),
  }
}

/**
 * One look at a brand: counts what came in during the bucket that runs, for the whole, for each account and for each topic, judges it, and
 * raises, shows anew, tells again or ends alerts; all of it or nothing (L2, L3, L4).
 */
export const watchBrand = (desk: Desk, workspaceId: string): Promise<void> =>
  asWorkerIn(desk.db, workspaceId, async (trx) => {
    if (!(await isAlone(trx, workspaceId))) return
    const now = desk.now()
    const at = now - (now % BUCKET_MS)
    const accounts = await trx
      .selectFrom('channel_accounts')
      .select(['id', 'state'])
      .where('workspace_id', '=', workspaceId)
      .where('disconnected_at', 'is', null)
      .orderBy('id')
      .execute()
    const alerts = await trx
      .selectFrom('alerts')
      .selectAll()
      .where('workspace_id', '=', workspaceId)
      .where('over_at', 'is', null)
      .forUpdate()
      .execute()
    const open = new Map(alerts.map((alert) => [keyOf(alert), alert]))
    const readings = new Map<string, SurgeReading>()
    const step = async (series: Pick<Place, 'accountId' | 'topic'>, looked: Looked): Promise<void> => {
      const key = keyOf({ account_id: series.accountId, topic: series.topic })
      readings.set(key, looked.running)
      const before = open.get(key) ?? null
      const { covers, isCovered } = coversOf(open, series)
      const alert = await stepAlert(trx, desk, { workspaceId, ...series, covers, isCovered }, before, looked)
      if (alert === null) open.delete(key)
      else open.set(key, alert)
      if (before === null && alert !== null) for (const one of covers) open.delete(keyOf(one))
    }
    const ids = accounts.length === 0 ? [] : [null, ...accounts.map(({ id }) => id)]
    const opened = await openSeries(trx, workspaceId, ids, at)
    const last = await countIncoming(trx, workspaceId, at - BUCKET_MS, at)
    const running = await countIncoming(trx, workspaceId, at, at + BUCKET_MS)
    for (const accountId of ids) {
      const found = opened.get(accountId)
      if (found === undefined) continue
      const looked = followSeries(found.followed, at, heardOf(accounts, accountId, { last, running }))
      await keepSeries(trx, desk, { workspaceId, accountId }, found.row, looked)
      await step({ accountId, topic: null }, looked)
    }
    for (const { topic, looked } of await followTopics(trx, workspaceId, now))
      if (open.has(keyOf({ account_id: null, topic })) || standsOut(looked.running))
        await step({ accountId: null, topic }, looked)
    for (const [key, alert] of open) {
      const reading = readings.get(key)
      // An account that was disconnected takes its alert with it.
      if (reading === undefined) await endAlert(trx, desk, alert)
      else {
        if (alert.tell_at !== null && alert.tell_at.getTime() <= now) await tellWatch(trx, desk, alert)
        await gaugeAlert(trx, desk, alert, reading)
      }
    }
  })
