import { sql } from 'kysely'
import type { SurgeReading } from '#core/surge/reading.ts'
import type { Series } from '#core/surge/series.ts'
import { type Instant, MINUTE_MS } from '#core/time.ts'
import { endAlert } from '#server/actions/end-alert.ts'
import type { Row } from '#server/db/schema.ts'
import { asWorkerIn, type Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import { type Counted, countIncoming, countPast } from './count-incoming.ts'
import { type Followed, followSeries } from './follow-series.ts'
import { gaugeAlert } from './gauge-alert.ts'
import { keepSeries } from './keep-series.ts'
import { stepAlert } from './step-alert.ts'
import { tellWatch } from './tell-watch.ts'
import { warmSeries } from './warm-series.ts'

/** How long a bucket is. */
export const BUCKET_MS = 5 * MINUTE_MS

type Account = Pick<Row<'channel_accounts'>, 'id' | 'state'>
type Counts = { last: Counted; running: Counted }

/** What the desk heard of one account, or of all: null where it is known to hear nothing (L4). */
const heardOf = (accounts: readonly Account[], accountId: string | null, { last, running }: Counts) => {
  const isDown = (one: Account) => one.state === 'needs-attention'
  const mine = accountId === null ? accounts : accounts.filter(({ id }) => id === accountId)
  const sum = (counted: Counted) => mine.reduce((all, { id }) => all + (counted.get(id) ?? 0), 0)
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

/**
 * One look at a brand: counts what came in during the bucket that runs, for each account and for the whole, judges it, and raises, shows
 * anew, tells again or ends alerts; all of it or nothing (L3, L4).
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
    const open = new Map(alerts.map((alert) => [alert.account_id, alert]))
    // The brand first: its alert covers its accounts'.
    const ids = accounts.length === 0 ? [] : [null, ...accounts.map(({ id }) => id)]
    const opened = await openSeries(trx, workspaceId, ids, at)
    const last = await countIncoming(trx, workspaceId, at - BUCKET_MS, at)
    const running = await countIncoming(trx, workspaceId, at, at + BUCKET_MS)
    const readings = new Map<string | null, SurgeReading>()
    for (const accountId of ids) {
      const found = opened.get(accountId)
      if (found === undefined) continue
      const looked = followSeries(found.followed, at, heardOf(accounts, accountId, { last, running }))
      await keepSeries(trx, desk, { workspaceId, accountId }, found.row, looked)
      readings.set(accountId, looked.running)
      const covers = accountId === null ? [...open.values()].filter((one) => one.account_id !== null) : []
      const before = open.get(accountId) ?? null
      const place = { workspaceId, accountId, covers, isCovered: accountId !== null && open.has(null) }
      const alert = await stepAlert(trx, desk, place, before, looked)
      if (alert === null) open.delete(accountId)
      else open.set(accountId, alert)
      if (accountId === null && before === null && alert !== null) for (const one of covers) open.delete(one.account_id)
    }
    for (const alert of open.values()) {
      // An account that was disconnected takes its alert with it.
      if (!ids.includes(alert.account_id)) await endAlert(trx, desk, alert)
      else {
        if (alert.tell_at !== null && alert.tell_at.getTime() <= now) await tellWatch(trx, desk, alert)
        const reading = readings.get(alert.account_id)
        if (reading !== undefined) await gaugeAlert(trx, desk, alert, reading)
      }
    }
  })
