import { Temporal } from 'temporal-polyfill'
import { epochDayOf } from '#core/sla/open-spans.ts'
import { strikesAt } from '#core/sla/zone.ts'
import { DAY_MS, type Instant, type PlainDate } from '#core/time.ts'

/** When a day begins in the brand's zone; where midnight is skipped, at the change of the clocks (A2). */
export const dayBegins = (timeZone: string, day: PlainDate): Instant =>
  strikesAt(timeZone, epochDayOf(day) * DAY_MS, 'opening')

export const dayAfter = (day: PlainDate, days = 1): PlainDate => Temporal.PlainDate.from(day).add({ days }).toString()

/** The brand's date at a moment. */
export const dayOf = (timeZone: string, at: Instant): PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate().toString()

/** What the clock on the brand's wall says at a moment: `09:30`. */
export const wallClock = (timeZone: string, at: Instant): string =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(timeZone)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' })

export const mondayOf = (day: PlainDate): PlainDate => {
  const date = Temporal.PlainDate.from(day)
  return date.subtract({ days: date.dayOfWeek - 1 }).toString()
}

/** Whether a date exists: 30 February does not. */
export const isDay = (day: PlainDate): boolean => {
  try {
    return Temporal.PlainDate.from(day, { overflow: 'reject' }).toString() === day
  } catch {
    return false
  }
}
