import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#core/time.ts'
import type { Bucket } from './bucket.ts'
import { hearBucket } from './hear-bucket.ts'
import { judgeBucket } from './judge-bucket.ts'
import { learnBucket } from './learn-bucket.ts'
import { type Series, startSeries } from './series.ts'
import { ALERT_SCORE } from './settings.ts'
import { wallHourAt } from './wall-hour.ts'

const STEP = 5 * MINUTE_MS
const MONDAY = Date.UTC(2026, 2, 2)
const PARIS = 'Europe/Paris'

/** What Fleurs du Port hears in a bucket: a little at night, more by day, twice as much on Tuesdays at two; with some unevenness. */
const usualAt = (at: number): number => {
  const { weekday, hour } = wallHourAt(PARIS, at)
  const base = hour < 8 ? 1 : weekday === 2 && hour === 14 ? 24 : 12
  return base + ((Math.floor(at / STEP) * 7) % 5)
}
const hears = (series: Series, from: number, until: number, count = usualAt): Series => {
  let heard = series
  for (let at = from; at < until; at += STEP) heard = learnBucket(heard, { at, count: count(at) })
  return heard
}
const threeWeeks = hears(startSeries(PARIS, STEP), MONDAY, MONDAY + 21 * DAY_MS)
const TUESDAY = MONDAY + 22 * DAY_MS
const AT = TUESDAY + 13 * HOUR_MS
const atWork = hears(threeWeeks, MONDAY + 21 * DAY_MS, AT)

describe('surges', () => {
  test('an ordinary week raises no alert', () => {
    let series = threeWeeks
    let alerts = 0
    for (let at = MONDAY + 21 * DAY_MS; at < MONDAY + 28 * DAY_MS; at += STEP) {
      const heard = hearBucket(series, { at, count: usualAt(at) })
      series = heard.series
      if (heard.reading.score >= ALERT_SCORE) alerts++
    }
    assert.equal(alerts, 0)
  })

  test('a storm is told with what is usual for this hour of this weekday, and how much of it is negative', () => {
    const { score, why, state, feed } = judgeBucket(atWork, { at: AT, count: 400, negative: 320 })
    assert.ok(score >= ALERT_SCORE, String(score))
    assert.equal(state, 'known')
    assert.equal(feed, 'heard')
    assert.equal(why.weekday, 2)
    assert.equal(why.hour, 14)
    assert.equal(why.counted, 400)
    assert.equal(why.overMs, STEP)
    assert.equal(why.negativeShare, 0.8)
    assert.ok(why.usual > 15 && why.usual < 35, String(why.usual))
    assert.ok(why.times !== null && Math.abs(why.times - 400 / why.usual) < 1e-9)
  })

  test('the bucket that is running is judged before it is over', () => {
    const score = (count: number) => judgeBucket(atWork, { at: AT, count }).score
    assert.equal(score(3), 0)
    assert.ok(score(200) >= ALERT_SCORE)
    assert.ok(score(400) >= score(200))
  })

  test('a slow rise is seen over half an hour', () => {
    let series = atWork
    let last = judgeBucket(series, { at: AT, count: usualAt(AT) })
    for (let i = 0; i < 6; i++) {
      const heard = hearBucket(series, { at: AT + i * STEP, count: 80, negative: 60 })
      series = heard.series
      if (heard.reading.score > 0) last = heard.reading
    }
    assert.ok(last.score >= ALERT_SCORE, String(last.score))
    assert.equal(series.recent.length, 6)
  })

  test('one storm is one alert; it is told again only when it grows', () => {
    const scores: number[] = []
    let series = atWork
    ;[400, 400, 390, 410, 300, 4000].forEach((count, i) => {
      const heard = hearBucket(series, { at: AT + i * STEP, count })
      series = heard.series
      scores.push(heard.reading.score)
    })
    assert.deepEqual(
      scores.map((score) => score >= ALERT_SCORE),
      [true, false, false, false, false, true],
    )
  })

  test('the same message ten million times over does not make the desk deaf for good', () => {
    const struck = learnBucket(atWork, { at: AT, count: 10_000_000 })
    const later = hears(struck, AT + STEP, AT + 7 * DAY_MS)
    assert.ok(judgeBucket(later, { at: AT + 7 * DAY_MS, count: 2000 }).score >= ALERT_SCORE)
  })

  test('nothing is told before a day is known', () => {
    const fresh = hears(startSeries(PARIS, STEP), MONDAY, MONDAY + 20 * HOUR_MS)
    const reading = judgeBucket(fresh, { at: MONDAY + 20 * HOUR_MS, count: 5000 })
    assert.equal(reading.score, 0)
    assert.equal(reading.state, 'learning')
    assert.equal(judgeBucket(startSeries(PARIS, STEP), { at: MONDAY, count: 9 }).score, 0)
  })

  test('a few messages are no storm, however small the brand, and a multiple of next to nothing is not told', () => {
    const quiet = hears(startSeries(PARIS, STEP), MONDAY, MONDAY + 9 * DAY_MS, (at) => (at % DAY_MS === 0 ? 1 : 0))
    const { why, score } = judgeBucket(quiet, { at: MONDAY + 9 * DAY_MS, count: 40 })
    assert.equal(judgeBucket(quiet, { at: MONDAY + 9 * DAY_MS, count: 4 }).score, 0)
    assert.equal(why.times, null)
    assert.ok(score >= ALERT_SCORE)
  })
})

describe('silence and gaps', () => {
  const silent = hears(atWork, AT, AT + 2 * HOUR_MS, () => 0)

  test('a feed that falls silent is not calm: it says since when, and how much is missing', () => {
    const reading = judgeBucket(silent, { at: AT + 2 * HOUR_MS, count: 0 })
    assert.equal(reading.feed, 'silent')
    assert.equal(reading.silence?.sinceAt, AT)
    assert.ok((reading.silence?.missing ?? 0) > 200)
    assert.equal(reading.score, 0)
    assert.equal(judgeBucket(silent, { at: AT + 2 * HOUR_MS, count: 1 }).feed, 'heard')
  })

  test('an empty bucket at night, or the first minutes of a bucket, are no silence', () => {
    assert.equal(judgeBucket(atWork, { at: AT, count: 0 }).feed, 'heard')
    const night = MONDAY + 23 * DAY_MS + 2 * HOUR_MS
    const asleep = hears(hears(atWork, AT, night), night, night + 10 * MINUTE_MS, () => 0)
    assert.equal(judgeBucket(asleep, { at: night + 10 * MINUTE_MS, count: 0 }).feed, 'heard')
  })

  test('the habit does not sink while nobody is heard, so that the return is no storm', () => {
    const back = AT + 5 * HOUR_MS
    const after = hears(silent, AT + 2 * HOUR_MS, back, () => 0)
    assert.ok(Math.abs(after.inBucket.level - atWork.inBucket.level) < 0.2)
    assert.ok(judgeBucket(after, { at: back, count: usualAt(back) }).score < ALERT_SCORE)
  })

  test('a brand that stays quiet for a week is believed', () => {
    const end = AT + 8 * DAY_MS
    assert.equal(
      judgeBucket(
        hears(atWork, AT, end, () => 0),
        { at: end, count: 0 },
      ).feed,
      'heard',
    )
  })

  test('a feed that is down says so, teaches nothing, and raises nothing', () => {
    const bucket: Bucket = { at: AT, count: null }
    const { score, feed } = judgeBucket(atWork, bucket)
    assert.deepEqual([score, feed], [0, 'unheard'])
    const after = learnBucket(atWork, bucket)
    assert.deepEqual(after.inBucket, atWork.inBucket)
    assert.deepEqual(after.habit, atWork.habit)
    assert.deepEqual(after.recent.at(-1), null)
  })

  test('buckets that never came are not zeros', () => {
    const later = AT + 6 * HOUR_MS
    const after = learnBucket(atWork, { at: later, count: usualAt(later) })
    assert.equal(after.recent.filter((one) => one !== null).length, 1)
    assert.equal(judgeBucket(atWork, { at: later, count: usualAt(later) }).feed, 'heard')
    assert.ok(judgeBucket(atWork, { at: later, count: usualAt(later) }).score < ALERT_SCORE)
  })
})

describe('changes of the clocks', () => {
  test('what is usual follows the clock on the wall', () => {
    const before = Date.UTC(2026, 2, 28, 13)
    const after = Date.UTC(2026, 2, 29, 12)
    assert.deepEqual(wallHourAt(PARIS, before), { weekday: 6, hour: 14 })
    assert.deepEqual(wallHourAt(PARIS, after), { weekday: 7, hour: 14 })
    assert.deepEqual(wallHourAt('UTC', 0), { weekday: 4, hour: 0 })
    assert.deepEqual(wallHourAt('America/New_York', 0), { weekday: 3, hour: 19 })
  })

  test('an hour that is lived twice, by a source that writes wall time, raises no alert', () => {
    let series = hears(atWork, AT, AT + HOUR_MS)
    for (let at = AT; at < AT + 3 * HOUR_MS; at += STEP) {
      const heard = hearBucket(series, { at, count: usualAt(at) })
      series = heard.series
      assert.ok(heard.reading.score < ALERT_SCORE)
    }
  })
})
