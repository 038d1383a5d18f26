import { HOUR_MS, type Instant, MINUTE_MS } from '#core/time.ts'

/** After how long our own words are looked at again: soon, then less and less; after two days they have stood. */
const AFTER_MS = [MINUTE_MS, 10 * MINUTE_MS, HOUR_MS, 6 * HOUR_MS, 24 * HOUR_MS, 48 * HOUR_MS]

/** When what we published is read back next, counted from when it went out; null once it has been looked at enough (D2, C3). */
export const nextReadBack = (sentAt: Instant, checks: number): Instant | null => {
  const after = AFTER_MS[checks]
  return after === undefined ? null : sentAt + after
}
