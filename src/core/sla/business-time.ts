import { DAY_MS, type Instant, MINUTE_MS } from '#core/time.ts'
import type { BusinessCalendar, BusinessHours } from './calendar.ts'
import { openDaysOf } from './open-spans.ts'

/** A promise that is not due within ten years is no promise: the search ends there. */
const HORIZON_DAYS = 3_660
/** Time is counted over forty years at most. */
const LONGEST_COUNT_MS = 14_610 * DAY_MS

/** Calls `visit` with each open stretch that ends at `from` or later, in order, until it returns something. */
function searchSpans<T>(
  hours: BusinessHours,
  from: Instant,
  visit: (opens: Instant, closes: Instant) => T | null,
): T | null {
  const days = openDaysOf(hours)
  const first = Math.floor(from / DAY_MS) - 1
  // A night shift of the last day ends on the next one.
  const last = Math.min(first + HORIZON_DAYS, days.lastDay + 1)
  // Where the clocks go back across midnight, a day begins before the last one has ended.
  let cursor = from
  for (let day = first; day <= last; day++) {
    const spans = days.spansOf(day)
    for (let index = 0; index < spans.length; index += 2) {
      const closes = spans[index + 1] ?? 0
      if (closes < cursor) continue
      const found = visit(Math.max(spans[index] ?? 0, cursor), closes)
      if (found !== null) return found
      cursor = closes
    }
  }
  return null
}

/** The deadline clock runs only while somebody is there: Friday 16:30 and one hour is Monday 09:30 (A2). */
export function addBusinessMinutes(calendar: BusinessCalendar, from: Instant, minutes: number): Instant | 'never' {
  if (!(minutes >= 0) || !Number.isFinite(from)) throw new RangeError(`cannot add ${minutes} minutes to ${from}`)
  let left = Math.round(minutes * MINUTE_MS)
  if (calendar === 'always') return from + left
  const found = searchSpans(calendar, from, (opens, closes) => {
    if (closes - opens >= left) return opens + left
    left -= closes - opens
    return null
  })
  return found ?? 'never'
}

/** How long, on the brand's own clock, a customer has waited between two moments; negative when `b` is before `a` (A2). */
export function businessMinutesBetween(calendar: BusinessCalendar, a: Instant, b: Instant): number {
  if (b < a) return -businessMinutesBetween(calendar, b, a)
  if (!Number.isFinite(b - a)) throw new RangeError(`cannot count from ${a} to ${b}`)
  if (calendar === 'always') return (b - a) / MINUTE_MS
  const end = Math.min(b, a + LONGEST_COUNT_MS)
  const days = openDaysOf(calendar)
  const lastDay = Math.min(Math.floor(end / DAY_MS) + 1, days.lastDay + 1)
  let cursor = a
  let total = 0
  for (let day = Math.floor(a / DAY_MS) - 1; day <= lastDay; day++) {
    const spans = days.spansOf(day)
    for (let index = 0; index < spans.length; index += 2) {
      const opens = Math.max(spans[index] ?? 0, cursor)
      const closes = Math.min(spans[index + 1] ?? 0, end)
      if (closes <= opens) continue
      total += closes - opens
      cursor = closes
    }
  }
  return total / MINUTE_MS
}

/** Whether somebody is there to answer at this moment; at closing time nobody is (A2, T1). */
export function isOpen(calendar: BusinessCalendar, at: Instant): boolean {
  return nextOpening(calendar, at) === at
}

/** When somebody will next be there: now, or at the next opening (A2, T1). */
export function nextOpening(calendar: BusinessCalendar, at: Instant): Instant | 'never' {
  if (!Number.isFinite(at)) throw new RangeError(`not a moment: ${at}`)
  if (calendar === 'always') return at
  return searchSpans(calendar, at, (opens, closes) => (closes > opens ? opens : null)) ?? 'never'
}
