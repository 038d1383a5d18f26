import type { Bucket } from './bucket.ts'
import { learnHabit } from './habit.ts'
import { heightOf } from './height.ts'
import { isBroken, quietWith } from './judge-bucket.ts'
import { measure } from './measure.ts'
import { boundedDeviation, learnPace } from './pace.ts'
import { learnPeak } from './peaks.ts'
import { keepRecord } from './record.ts'
import type { Series } from './series.ts'
import { SURGE_SETTINGS, type SurgeSettings } from './settings.ts'
import { wallDayAt } from './wall-hour.ts'

/** Learns from a bucket that is over. Nothing is learned from a feed that is down or silent: the habit would sink, and its return look like a storm (L2). */
export const learnBucket = (series: Series, bucket: Bucket, s: SurgeSettings = SURGE_SETTINGS): Series => {
  const measured = measure(series, bucket, s)
  const { now, lean, recent, wall } = measured
  const quiet = quietWith(series, bucket, measured, s)
  const moved = { ...series, lastAt: now, recent, quiet }
  if (bucket.count === null || isBroken(quiet, series, measured, s)) return moved
  const { bucketMs } = series
  const height = heightOf(measured.surprise, series.peaks, s)
  const peak = Math.min(measured.surprise, s.mostSurprise)
  return {
    ...moved,
    habit: learnHabit(series.habit, wall, boundedDeviation(series.inSpan, measured.spanRoot, lean, s), bucketMs, s),
    inBucket: learnPace(series.inBucket, measured.bucketRoot, lean, bucketMs, s),
    inSpan: learnPace(series.inSpan, measured.spanRoot, lean, bucketMs, s),
    peaks: learnPeak(series.peaks, wallDayAt(series.timeZone, now), peak, bucketMs, s),
    mark: measured.isMany ? keepRecord(series.mark, height, now, s) : series.mark,
  }
}
