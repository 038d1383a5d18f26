import type { Peaks } from './peaks.ts'
import type { SurgeSettings } from './settings.ts'

/** A surprise in usual peaks of a day: 2 is twice as surprising as the oddest moment of an ordinary day. Nothing, until a day is known (L3). */
export const heightOf = (surprise: number, { usual }: Peaks, { leastPeak }: SurgeSettings): number =>
  usual === null ? 0 : surprise / (usual + leastPeak)
