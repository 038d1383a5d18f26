import type { Instant } from '#core/time.ts'
import type { SurgeSettings } from './settings.ts'

/** The highest surprise so far, and when it was; it fades. */
export type HighMark = { readonly height: number; readonly at: Instant }

export const NO_MARK: HighMark = { height: 0, at: 0 }

const fadedTo = ({ height, at }: HighMark, now: Instant, { recordHalfLifeMs }: SurgeSettings): number =>
  height * 2 ** (-Math.max(0, now - at) / recordHalfLifeMs)

/** Only what clearly beats a fading record is told: few alerts, one an event, and again when it grows (L3). */
export const isRecord = (mark: HighMark, height: number, now: Instant, s: SurgeSettings): boolean =>
  height > fadedTo(mark, now, s) * s.margin

export const keepRecord = (mark: HighMark, height: number, now: Instant, s: SurgeSettings): HighMark =>
  height > fadedTo(mark, now, s) ? { height, at: now } : mark
