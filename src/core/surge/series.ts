import type { Instant } from '#core/time.ts'
import { type Habit, NO_HABIT } from './habit.ts'
import { NO_PACE, type Pace } from './pace.ts'
import { NO_PEAKS, type Peaks } from './peaks.ts'
import type { Recent } from './recent.ts'
import { type HighMark, NO_MARK } from './record.ts'
import type { Quiet } from './silence.ts'

/** All that is remembered of a series of counts: plain data of one size, whether a day went by or ten years. */
export type Series = {
  readonly timeZone: string
  readonly bucketMs: number
  /** When the last bucket that was learned began. */
  readonly lastAt: Instant | null
  readonly habit: Habit
  /** What is usual in one bucket, and over the longer span. */
  readonly inBucket: Pace
  readonly inSpan: Pace
  readonly recent: Recent
  readonly peaks: Peaks
  readonly mark: HighMark
  readonly quiet: Quiet | null
}

/** A series of which nothing is known yet. */
export const startSeries = (timeZone: string, bucketMs: number): Series => ({
  timeZone,
  bucketMs,
  lastAt: null,
  habit: NO_HABIT,
  inBucket: NO_PACE,
  inSpan: NO_PACE,
  recent: [],
  peaks: NO_PEAKS,
  mark: NO_MARK,
  quiet: null,
})
