import { setTimeout as pause } from 'node:timers/promises'
import { inWorkspace } from '#server/db/transaction.ts'
import { median, quantile } from '../bench/measure.ts'
import { memoryOf } from '../bench/memory.ts'
import { type Seat, takeSeat } from '../bench/seat.ts'
import { workUntil } from './soak/hand-at-the-desk.ts'
import { openStream, type Stream } from './soak/stream.ts'

const BEFORE = 20_000
const FIRST = 20_000_000
const SAMPLE_MS = 2_000
const BURST = { count: 2_000, seconds: 10 }
/** A story that everybody passes on, word for word. */
const SHARED = {
  count: 10_000,
  perSecond: 400,
  text: 'Ils effacent nos messages. Faites passer avant que celui-ci disparaisse !',
}

export interface Options {
  /** Mentions in each second of the long part. */
  n?: number
  seconds?: number
  seed?: number
}

const watchMemory = (pid: number) => {
  const samples: { at: number; mb: number }[] = []
  const timer = setInterval(() => {
    void memoryOf([pid]).then((mb) => samples.push({ at: performance.now(), mb }))
  }, SAMPLE_MS)
  return {
    /** What is left after each collection of garbage is the floor that must not rise. */
    floor: (from: number, until: number): number =>
      Math.min(...samples.filter(({ at, mb }) => at >= from && at < until && mb > 0).map(({ mb }) => mb)),
    most: (): number => Math.max(...samples.map(({ mb }) => mb)),
    [Symbol.dispose]: () => clearInterval(timer),
  }
}

const untilRead = async ({ filled: { desk, workspaceId } }: Seat): Promise<number> => {
  const began = performance.now()
  for (;;) {
    const waiting = await inWorkspace(desk.db, workspaceId, (trx) =>
      trx.selectFrom('receipts').select('id').where('state', '=', 'waiting').limit(1).execute(),
    )
    if (waiting.length === 0 || performance.now() - began > 120_000) return (performance.now() - began) / 1_000
    await pause(100)
  }
}

const count = async ({ filled: { desk, workspaceId } }: Seat, stream: Stream) => {
  const { rows, quarantined } = await inWorkspace(desk.db, workspaceId, async (trx) => ({
    rows: await trx
      .selectFrom('messages')
      .select('external_id')
      .where('external_id', 'like', 'mention-2_______')
      .execute(),
    quarantined: await trx.selectFrom('receipts').select('id').where('state', '=', 'quarantined').execute(),
  }))
  const kept = new Set(rows.map(({ external_id: id }) => id))
  return {
    lost: stream.handed().filter((id) => !kept.has(id)).length,
    duplicates: rows.length - kept.size,
    quarantined: quarantined.length,
  }
}

const tenth = (value: number): number => Math.round(value * 10) / 10
const spread = (times: readonly number[]) => ({
  p50: Math.round(median(times)),
  p95: Math.round(quantile(times, 0.95)),
})

/**
 * A hundred mentions a second for eight minutes, then 2,000 in ten seconds, then one message shared 10,000 times, while somebody works at
 * the desk: nothing is lost or doubled, memory stays where it was, and the inbox can be used throughout (L1, L3).
 */
export const run = async ({ n = 100, seconds = 480, seed = 0 }: Options = {}) => {
  const started = Date.now()
  await using seat = await takeSeat(BEFORE)
  const { filled, url, pid } = seat
  using stream = openStream(`${url}/hooks/${filled.accountId}`, filled.secret, FIRST)
  using memory = watchMemory(pid)
  let over = false
  const work = workUntil(seat, stream, () => over)
  const began = performance.now()
  await stream.pour(n * seconds, n)
  const ended = performance.now()
  await stream.pour(BURST.count, BURST.count / BURST.seconds)
  const afterBurst = await untilRead(seat)
  await stream.pour(SHARED.count, SHARED.perSecond, SHARED.text)
  const afterShares = await untilRead(seat)
  over = true
  const noticed = await work
  await untilRead(seat)
  const counted = await count(seat, stream)
  const quarter = (ended - began) / 4
  const floors = {
    second: memory.floor(began + quarter, began + 2 * quarter),
    last: memory.floor(ended - quarter, ended),
  }
  const growth = floors.last / floors.second
  const { 200: kept = 0, ...others } = Object.fromEntries(stream.statuses)
  return {
    ...{ test: 'soak', n: stream.handed().length, perSecond: n, ...counted, missed: noticed.missed },
    accepted: kept,
    refusals: others,
    arrivalMs: spread(noticed.arrivals),
    openingMs: spread(noticed.openings),
    letterMs: spread(noticed.letters),
    readAfterBurstSeconds: tenth(afterBurst),
    readAfterSharesSeconds: tenth(afterShares),
    memoryMb: { early: Math.round(floors.second), late: Math.round(floors.last), most: Math.round(memory.most()) },
    memoryGrowth: tenth(growth * 10) / 10,
    ...{ seconds: Math.round((Date.now() - started) / 1_000), seed },
    passed: counted.lost + counted.duplicates + counted.quarantined + noticed.missed === 0 && growth <= 1.25,
  }
}
