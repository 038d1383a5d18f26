import type { Instant } from '#core/time.ts'
import type { Bucket } from './bucket.ts'
import { leanAt } from './habit.ts'
import { dampSurprise, surpriseOf } from './pace.ts'
import { type Heap, heapOf, moveOn, type Recent } from './recent.ts'
import { countOf, rootOf } from './root.ts'
import type { Series } from './series.ts'
import type { SurgeSettings } from './settings.ts'
import { type WallHour, wallHourAt } from './wall-hour.ts'

/** A bucket beside what is usual: what judging and learning both need. */
export type Measured = {
  readonly now: Instant
  readonly wall: WallHour
  readonly lean: number
  readonly recent: Recent
  readonly span: Heap
  readonly bucketRoot: number
  readonly spanRoot: number
  readonly bucketSurprise: number
  readonly spanSurprise: number
  /** Whether there are messages enough beyond the usual to speak of a surge at all. */
  readonly isMany: boolean
  /** The greater of both, if anything is surprising. */
  readonly surprise: number
}

/** Where clocks are set back, an hour is lived twice: time goes on by a bucket all the same. */
const momentOf = ({ lastAt, bucketMs }: Series, at: Instant): Instant =>
  lastAt === null ? at : Math.max(at, lastAt + bucketMs)

const missedBefore = ({ lastAt, bucketMs }: Series, now: Instant): number =>
  lastAt === null ? 0 : Math.max(0, Math.round((now - lastAt) / bucketMs) - 1)

/** Sets a bucket beside what is usual at its hour, alone and with those of the last half-hour (L3). */
export const measure = (series: Series, bucket: Bucket, s: SurgeSettings): Measured => {
  const now = momentOf(series, bucket.at)
  const wall = wallHourAt(series.timeZone, bucket.at)
  const lean = leanAt(series.habit, wall)
  const length = Math.max(1, Math.round(s.spanMs / series.bucketMs))
  const recent = moveOn(series.recent, bucket, missedBefore(series, now), length)
  const span = heapOf(recent)
  const bucketRoot = rootOf(bucket.count ?? 0, s.damping)
  const spanRoot = rootOf(span.buckets === 0 ? 0 : span.count / span.buckets, s.damping)
  const heard = bucket.count !== null
  const bucketSurprise = heard ? surpriseOf(series.inBucket, bucketRoot, lean) : 0
  const spanSurprise = heard ? surpriseOf(series.inSpan, spanRoot, lean) : 0
  const excess = span.count - span.buckets * countOf(series.inSpan.level + lean, s.damping)
  const surprise = dampSurprise(Math.max(0, bucketSurprise, spanSurprise), s)
  return {
    now,
    wall,
    lean,
    recent,
    span,
    bucketRoot,
    spanRoot,
    bucketSurprise,
    spanSurprise,
    surprise,
    isMany: excess >= s.leastExcess,
  }
}
