import { setImmediate as breathe } from 'node:timers/promises'
import { learnBucket } from '#core/surge/learn-bucket.ts'
import { type Series, startSeries } from '#core/surge/series.ts'
import type { Instant } from '#core/time.ts'
import type { PastBucket } from './count-incoming.ts'

/** A new series that has heard the past in order, from its first message on; before that nobody was listening. */
export const warmSeries = async (
  timeZone: string,
  bucketMs: number,
  past: readonly PastBucket[],
  until: Instant,
): Promise<Series> => {
  let series = startSeries(timeZone, bucketMs)
  const counts = new Map<Instant, number>()
  for (const { at, count } of past) counts.set(at, (counts.get(at) ?? 0) + count)
  const [first] = past
  if (first === undefined) return series
  for (let at = first.at, n = 1; at < until; at += bucketMs, n += 1) {
    series = learnBucket(series, { at, count: counts.get(at) ?? 0 })
    if (n % 500 === 0) await breathe()
  }
  return series
}
