import { DAY_MS } from '#core/time.ts'
import { shareOfNewest } from './forgetting.ts'
import type { SurgeSettings } from './settings.ts'

/** How high the highest surprise of an ordinary day is: some brands are in the news every week, others never. */
export type Peaks = {
  /** `null` until a first day is over. */
  readonly usual: number | null
  readonly days: number
  /** The day that is running, by its number. */
  readonly day: number | null
  readonly highest: number
  readonly heardMs: number
}

export const NO_PEAKS: Peaks = { usual: null, days: 0, day: null, highest: 0, heardMs: 0 }

const LEAST_HEARD_MS = DAY_MS / 2

/** Closes the day when another has begun; one of which less than half was heard teaches nothing. */
const closeDay = (peaks: Peaks, day: number, s: SurgeSettings): Peaks => {
  if (peaks.day === day) return peaks
  const fresh = { day, highest: 0, heardMs: 0 }
  if (peaks.day === null || peaks.heardMs < LEAST_HEARD_MS) return { ...peaks, ...fresh }
  const before = peaks.usual ?? s.firstPeak
  const usual = before + shareOfNewest(DAY_MS, s.peakHalfLifeMs, peaks.days + 1) * (peaks.highest - before)
  return { ...fresh, usual, days: peaks.days + 1 }
}

/** Every day's highest surprise is remembered a little, so that a surprise is told in days like any other (L3). */
export const learnPeak = (peaks: Peaks, day: number, surprise: number, stepMs: number, s: SurgeSettings): Peaks => {
  const today = closeDay(peaks, day, s)
  return { ...today, highest: Math.max(today.highest, surprise), heardMs: today.heardMs + stepMs }
}
