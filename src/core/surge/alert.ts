import { type Instant, MINUTE_MS } from '#core/time.ts'
import type { SurgeReading } from './reading.ts'
import { ALERT_SCORE, SURGE_SETTINGS } from './settings.ts'

/** An alert that is not over, as far as its end and its growth go. */
export type Standing = {
  /** The greatest height of which people were told. */
  readonly height: number
  readonly calmSince: Instant | null
}

export type AlertStep =
  | { readonly step: 'none' | 'raise' | 'grow' | 'over' }
  | { readonly step: 'keep'; readonly calmSince: Instant | null }

/** So long a series must be as on any day before its alert is over: a pause for breath is no end. */
export const CALM_MS = 30 * MINUTE_MS
/** A standing alert shows new figures only when they are so many times the old: few lines, each of them news. */
const GROWTH = SURGE_SETTINGS.margin

/**
 * What a reading does to the alert of its series: one alert a surge, kept while it lasts, shown with new figures when it grows, over when it
 * is calm again (L3). Calm is believed of buckets that are over, and of those that somebody heard (L4).
 */
export const decideAlert = (standing: Standing | null, reading: SurgeReading, isOver: boolean): AlertStep => {
  const heard = reading.feed === 'heard'
  if (standing === null) return { step: heard && reading.score >= ALERT_SCORE ? 'raise' : 'none' }
  if (!heard) return { step: 'keep', calmSince: null }
  // Raised low, by its score alone: what is as on any day is no growth of it.
  if (reading.height >= Math.max(standing.height, SURGE_SETTINGS.alertHeight) * GROWTH) return { step: 'grow' }
  if (reading.height >= SURGE_SETTINGS.alertHeight) return { step: 'keep', calmSince: null }
  if (!isOver) return { step: 'keep', calmSince: standing.calmSince }
  const calmSince = standing.calmSince ?? reading.at
  return reading.at - calmSince >= CALM_MS ? { step: 'over' } : { step: 'keep', calmSince }
}
