import { Temporal } from 'temporal-polyfill'
import type { Instant } from '#core/time.ts'
import type { QuietHours, QuietSlot } from './choices.ts'

interface Stretch {
  from: Instant
  until: Instant
}

/** So many adjoining stretches are followed: more than a week of them is a life without noise. */
const MOST_ADJOINING = 40

const minuteOf = (wall: string): number => Number(wall.slice(0, 2)) * 60 + Number(wall.slice(3, 5))

/** When a wall shows a time of a day; an hour that the clocks skip is the first one after it. */
const strikes = (timeZone: string, day: Temporal.PlainDate, wall: string): Instant =>
  day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(wall) }).epochMilliseconds

const stretchOf = (timeZone: string, slot: QuietSlot, day: Temporal.PlainDate): Stretch => ({
  from: strikes(timeZone, day, slot.from),
  until: strikes(timeZone, minuteOf(slot.until) <= minuteOf(slot.from) ? day.add({ days: 1 }) : day, slot.until),
})

/** The end of the longest stretch that covers a moment; null where none does. */
const coveredUntil = ({ timeZone, slots }: QuietHours, at: Instant): Instant | null => {
  const today = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate()
  const ends = [-1, 0].flatMap((days) => {
    const day = today.add({ days })
    return slots
      .filter((slot) => slot.days.includes(day.dayOfWeek))
      .map((slot) => stretchOf(timeZone, slot, day))
      .filter(({ from, until }) => from <= at && at < until)
      .map(({ until }) => until)
  })
  return ends.length === 0 ? null : Math.max(...ends)
}

/** When the quiet around a moment ends, adjoining hours taken together; null when it is not quiet (A2). */
export const quietUntil = (quiet: QuietHours, at: Instant): Instant | null => {
  let end: Instant | null = null
  for (let n = 0; n < MOST_ADJOINING; n += 1) {
    const next = coveredUntil(quiet, end ?? at)
    if (next === null) break
    end = next
  }
  return end
}
