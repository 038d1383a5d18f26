import { dayOf, isDay, wallClock } from '#core/rota/brand-day.ts'
import { epochDayOf } from '#core/sla/open-spans.ts'
import { strikesAt } from '#core/sla/zone.ts'
import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS, type PlainDate } from '#core/time.ts'

/** An hour on the wall of the brand, as an instant: it strikes once, twice when the clocks go back, or not at all when they go forward. */
export type WallMoment = { readonly at: Instant; readonly strikes: 'once' | 'twice' | 'never' }

const HOUR = /^([01]\d|2[0-3]):([0-5]\d)$/u

/**
 * When an hour of a day strikes in the brand's zone (A2). The hour that comes twice means the first; the one that the clocks skip, the moment
 * of the change; either is said to whoever chose it. Null for what is no day or no hour.
 */
export const wallMoment = (timeZone: string, day: PlainDate, hhmm: string): WallMoment | null => {
  const [, hours, minutes] = HOUR.exec(hhmm) ?? []
  if (hours === undefined || minutes === undefined || !isDay(day)) return null
  const wallMs = epochDayOf(day) * DAY_MS + Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS
  const first = strikesAt(timeZone, wallMs, 'opening')
  if (wallClock(timeZone, first) !== hhmm) return { at: first, strikes: 'never' }
  return { at: first, strikes: strikesAt(timeZone, wallMs, 'closing') === first ? 'once' : 'twice' }
}

/** The day and the hour that the brand's clocks show at an instant, as a form takes them. */
export const onTheWall = (timeZone: string, at: Instant): { readonly day: PlainDate; readonly hour: string } => ({
  day: dayOf(timeZone, at),
  hour: wallClock(timeZone, at),
})
