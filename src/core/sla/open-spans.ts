import { DAY_MS, type Instant, MINUTE_MS, type PlainDate } from '#core/time.ts'
import type { BusinessHours, Slot } from './calendar.ts'
import { strikesAt } from './zone.ts'

const DAY_MINUTES = 1_440
const MAX_DAYS_KEPT = 5_000

/** Minutes since midnight; the end may lie on the next day. */
type Minutes = { readonly from: number; readonly to: number }

/** The open stretches of one calendar day, as `[opens, closes, opens, closes, …]`, in order and merged. */
export type Spans = readonly Instant[]

export type OpenDays = {
  readonly spansOf: (epochDay: number) => Spans
  /** No opening starts after this day; `-Infinity` when there is none at all. */
  readonly lastDay: number
}

/** Days since 1970-01-01 of a calendar date, on which hours are counted (A2). */
export function epochDayOf(date: PlainDate): number {
  return Math.floor(Date.parse(`${date}T00:00:00Z`) / DAY_MS)
}

function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':')
  return Number(hours) * 60 + Number(minutes)
}

function readSlots(slots: readonly Slot[]): Minutes[] {
  return slots.flatMap((slot) => {
    const from = minutesOf(slot.from)
    const to = minutesOf(slot.to)
    if (from === to || from >= DAY_MINUTES) return []
    return [{ from, to: to > from ? to : to + DAY_MINUTES }]
  })
}

function merge(slots: Minutes[]): Minutes[] {
  const merged: Minutes[] = []
  for (const slot of slots.sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1)
    if (last && slot.from <= last.to) merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, slot.to) }
    else merged.push(slot)
  }
  return merged
}

function readDays(hours: BusinessHours): OpenDays {
  const weekly = hours.weekly.map(readSlots)
  const holidays = new Set(hours.holidays.map(epochDayOf))
  const openings = new Map<number, Minutes[]>()
  for (const opening of hours.openings) {
    const day = epochDayOf(opening.day)
    openings.set(day, [...(openings.get(day) ?? []), ...readSlots(opening.slots)])
  }

  // 1970-01-01 was a Thursday, and the week starts on Monday.
  const weekdayOf = (day: number) => (((day + 3) % 7) + 7) % 7
  const slotsOf = (day: number) => openings.get(day) ?? (holidays.has(day) ? [] : (weekly[weekdayOf(day)] ?? []))

  function readSpans(day: number): Spans {
    const own = slotsOf(day).map(({ from, to }) => ({ from, to: Math.min(to, DAY_MINUTES) }))
    const night = holidays.has(day) ? [] : slotsOf(day - 1).filter(({ to }) => to > DAY_MINUTES)
    const spans: Instant[] = []
    for (const { from, to } of merge([...own, ...night.map(({ to }) => ({ from: 0, to: to - DAY_MINUTES }))])) {
      const opens = strikesAt(hours.timeZone, day * DAY_MS + from * MINUTE_MS, 'opening')
      const closes = strikesAt(hours.timeZone, day * DAY_MS + to * MINUTE_MS, 'closing')
      if (closes > opens) spans.push(opens, closes)
    }
    return spans
  }

  const kept = new Map<number, Spans>()
  const spansOf = (day: number): Spans => {
    let spans = kept.get(day)
    if (!spans) {
      if (kept.size >= MAX_DAYS_KEPT) kept.clear()
      spans = readSpans(day)
      kept.set(day, spans)
    }
    return spans
  }
  const opensWeekly = weekly.some((slots) => slots.length > 0)
  const exceptionalDays = [...openings].filter(([, slots]) => slots.length > 0).map(([day]) => day)
  return { spansOf, lastDay: opensWeekly ? Infinity : Math.max(-Infinity, ...exceptionalDays) }
}

const read = new WeakMap<BusinessHours, OpenDays>()

/** The days on which somebody is there; several slots a day, past midnight, holidays and exceptional openings (A2, T1). */
export function openDaysOf(hours: BusinessHours): OpenDays {
  let days = read.get(hours)
  if (!days) {
    days = readDays(hours)
    read.set(hours, days)
  }
  return days
}
