import type { Shift } from './rota.ts'

const DAY_MINUTES = 1_440
const WEEK_MINUTES = 7 * DAY_MINUTES

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** On the clock of one week that begins on Monday; a shift of Sunday night ends after it. */
const weekMinutes = ({ weekday, from, to }: Shift): [number, number] => {
  const starts = (weekday - 1) * DAY_MINUTES + minutesOf(from)
  const length = minutesOf(to) - minutesOf(from)
  return [starts, starts + (length > 0 ? length : length + DAY_MINUTES)]
}

/** Whether a new shift takes the place of another one: the same person, the same duty, and hours that they share (T1). */
export const isReplacedBy = (old: Shift, fresh: Shift): boolean => {
  if (old.memberId !== fresh.memberId || old.duty !== fresh.duty) return false
  const [starts, ends] = weekMinutes(fresh)
  const [oldStarts, oldEnds] = weekMinutes(old)
  return [-WEEK_MINUTES, 0, WEEK_MINUTES].some((by) => oldStarts + by < ends && starts < oldEnds + by)
}
