import { offsetAt } from '#core/sla/zone.ts'
import { DAY_MS, HOUR_MS, type Instant } from '#core/time.ts'

export type WallHour = {
  /** 1 is Monday, as in the rota. */
  readonly weekday: number
  readonly hour: number
}

/** 1 January 1970 was a Thursday: three whole days after a Monday. */
const DAYS_SINCE_MONDAY = 3
const WEEK_HOURS = 168

const wrap = (value: number, length: number) => ((value % length) + length) % length

/** The brand's hour of the week, by the clock on its wall: when the clocks change, habits change with them (L2). */
export const wallHourAt = (timeZone: string, at: Instant): WallHour => {
  const hours = Math.floor((at + offsetAt(timeZone, at)) / HOUR_MS)
  const weekHour = wrap(hours + DAYS_SINCE_MONDAY * 24, WEEK_HOURS)
  return { weekday: Math.floor(weekHour / 24) + 1, hour: weekHour % 24 }
}

/** The brand's day, by number. */
export const wallDayAt = (timeZone: string, at: Instant): number => Math.floor((at + offsetAt(timeZone, at)) / DAY_MS)
