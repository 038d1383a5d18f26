import { DAY_MS, type Instant } from '#core/time.ts'
import type { Hole } from './stretches.ts'

/** How long before it begins a hole is announced. */
export const ANNOUNCED_BEFORE_MS = DAY_MS

/** Whether every moment from one to another lies in stretches that were told before. */
const isCovered = (from: Instant, until: Instant, told: readonly Hole[]): boolean => {
  let reached = from
  for (const one of told.toSorted((a, b) => a.from - b.from))
    if (one.from <= reached) reached = Math.max(reached, one.until)
  return reached >= until
}

/** Holes that begin within a day, or are open now, and of which a part within that day was not told: each is said once (L4). */
export const findUntold = (holes: readonly Hole[], told: readonly Hole[], now: Instant): Hole[] =>
  holes.filter(({ from, until }) => {
    const begins = Math.max(from, now)
    const ends = Math.min(until, now + ANNOUNCED_BEFORE_MS)
    return begins < ends && !isCovered(begins, ends, told)
  })
