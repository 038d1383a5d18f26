import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { DAY_MS, HOUR_MS } from '#core/time.ts'
import type { Bucket } from './bucket.ts'
import { hearBucket } from './hear-bucket.ts'
import { judgeBucket } from './judge-bucket.ts'
import { learnBucket } from './learn-bucket.ts'
import type { SurgeReading } from './reading.ts'
import { type Series, startSeries } from './series.ts'

const BEGAN = Date.UTC(2026, 0, 5)
const zones = fc.constantFrom('UTC', 'Europe/Paris', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland')
const counts = fc.oneof(
  { weight: 8, arbitrary: fc.nat(40) },
  { weight: 1, arbitrary: fc.nat(100_000) },
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.constant(null) },
)
/** Hours, of which some never come and some come twice. */
const steps = fc.constantFrom(1, 1, 1, 1, 1, 1, 2, 7, 0, -1)
const lives = fc
  .array(fc.record({ count: counts, step: steps }), { minLength: 1, maxLength: 150 })
  .map((rows): Bucket[] => {
    let at = BEGAN
    return rows.map(({ count, step }) => {
      at += step * HOUR_MS
      return { at, count }
    })
  })

const live = (zone: string, buckets: readonly Bucket[]): { readings: SurgeReading[]; series: Series } => {
  let series = startSeries(zone, HOUR_MS)
  const readings = buckets.map((bucket) => {
    const heard = hearBucket(series, bucket)
    series = heard.series
    return heard.reading
  })
  return { readings, series }
}

test('no score knows what came later: those of a beginning are the beginning of those of the whole', () => {
  fc.assert(
    fc.property(zones, lives, fc.nat(150), (zone, buckets, cut) => {
      const whole = live(zone, buckets).readings
      assert.deepEqual(live(zone, buckets.slice(0, cut)).readings, whole.slice(0, cut))
    }),
    { numRuns: 60 },
  )
})

test('a score is between nothing and one, whatever is heard, and every figure is a number', () => {
  fc.assert(
    fc.property(zones, lives, (zone, buckets) => {
      for (const { score, height, why } of live(zone, buckets).readings) {
        assert.ok(score >= 0 && score < 1)
        assert.ok(Number.isFinite(height) && height >= 0)
        assert.ok(Number.isFinite(why.usual) && why.usual >= 0 && why.counted >= 0)
        assert.ok(why.weekday >= 1 && why.weekday <= 7 && why.hour >= 0 && why.hour <= 23)
        assert.ok(why.times === null || Number.isFinite(why.times))
      }
    }),
    { numRuns: 60 },
  )
})

/** How many figures a memory holds. */
const sizeOf = (value: unknown): number =>
  typeof value === 'object' && value !== null ? Object.values(value).reduce((sum, one) => sum + sizeOf(one), 0) : 1

test('a series remembers as much after a year as after a day', () => {
  let series = startSeries('Europe/Paris', HOUR_MS)
  const sizes = new Set<number>()
  for (let hour = 0; hour < 366 * 24; hour++) {
    series = learnBucket(series, { at: BEGAN + hour * HOUR_MS, count: 1 + (hour % 7), negative: 0 })
    if (hour >= 24) sizes.add(sizeOf(series))
  }
  assert.equal(sizes.size, 1)
})

test('a series that was written down and read again goes on as if nothing had been', () => {
  fc.assert(
    fc.property(zones, lives, lives, (zone, before, after) => {
      const { series } = live(zone, before)
      let [kept, read]: Series[] = [series, JSON.parse(JSON.stringify(series))]
      for (const bucket of after) {
        if (kept === undefined || read === undefined) return
        const [one, other] = [hearBucket(kept, bucket), hearBucket(read, bucket)]
        assert.deepEqual(other.reading, one.reading)
        kept = one.series
        read = other.series
      }
    }),
    { numRuns: 40 },
  )
})

test('more messages in a bucket never lower its score: an alert on the bucket that is running is not taken back', () => {
  fc.assert(
    fc.property(zones, lives, fc.nat(5000), fc.nat(5000), (zone, buckets, some, more) => {
      const { series } = live(zone, buckets)
      const at = (series.lastAt ?? BEGAN) + HOUR_MS
      const less = judgeBucket(series, { at, count: some })
      const greater = judgeBucket(series, { at, count: some + more })
      assert.ok(greater.score >= less.score && greater.height >= less.height)
    }),
    { numRuns: 100 },
  )
})

test('the calendar does not matter where the clocks do not change: whole weeks later all is the same', () => {
  fc.assert(
    fc.property(lives, fc.integer({ min: 1, max: 500 }), (buckets, weeks) => {
      const later = buckets.map(({ at, count }) => ({ at: at + weeks * 7 * DAY_MS, count }))
      const scores = (list: readonly Bucket[]) => live('UTC', list).readings.map(({ score }) => score)
      assert.deepEqual(scores(later), scores(buckets))
    }),
    { numRuns: 40 },
  )
})

test('what nobody heard changes no score that follows but by the time that goes by', () => {
  fc.assert(
    fc.property(zones, lives, (zone, buckets) => {
      const { series } = live(zone, buckets)
      const at = (series.lastAt ?? BEGAN) + HOUR_MS
      const down = learnBucket(series, { at, count: null })
      const next = { at: at + HOUR_MS, count: 30 }
      assert.deepEqual(judgeBucket(down, next).score, judgeBucket(series, next).score)
    }),
    { numRuns: 60 },
  )
})

test('the same count again and again is never news', () => {
  fc.assert(
    fc.property(fc.nat(10_000), (count) => {
      const buckets = Array.from({ length: 100 }, (_, i) => ({ at: BEGAN + i * HOUR_MS, count }))
      for (const { score } of live('UTC', buckets).readings) assert.equal(score, 0)
    }),
    { numRuns: 20 },
  )
})
