import type { BusinessHours, Slot } from './calendar.ts'
import { epochDayOf } from './open-spans.ts'
import { isTimeZone } from './zone.ts'

export type CalendarFault = {
  readonly code: 'unknown-time-zone' | 'not-seven-days' | 'not-a-time' | 'empty-slot' | 'not-a-date' | 'never-open'
  /** What is wrong, as it was written. */
  readonly value: string
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/

function isDate(date: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return false
  const day = epochDayOf(date)
  // 30 February exists nowhere, but the parser may roll it over.
  return Number.isFinite(day) && new Date(day * 86_400_000).toISOString().startsWith(date)
}

function findSlotFaults({ from, to }: Slot): CalendarFault[] {
  const wrong = [from, to].filter((time) => !TIME.test(time))
  if (wrong.length > 0) return wrong.map((value) => ({ code: 'not-a-time', value }))
  return from === to || from === '24:00' ? [{ code: 'empty-slot', value: `${from}–${to}` }] : []
}

/** What must be put right before a calendar may carry promises: a deadline is never computed on nonsense (A2). */
export function findCalendarFaults(hours: BusinessHours): CalendarFault[] {
  const faults: CalendarFault[] = []
  if (!isTimeZone(hours.timeZone)) faults.push({ code: 'unknown-time-zone', value: hours.timeZone })
  if (hours.weekly.length !== 7) faults.push({ code: 'not-seven-days', value: String(hours.weekly.length) })
  const dates = [...hours.holidays, ...hours.openings.map(({ day }) => day)]
  faults.push(...dates.filter((date) => !isDate(date)).map((value) => ({ code: 'not-a-date' as const, value })))
  faults.push(...[...hours.weekly.flat(), ...hours.openings.flatMap(({ slots }) => slots)].flatMap(findSlotFaults))
  if (hours.weekly.every((slots) => slots.length === 0)) faults.push({ code: 'never-open', value: '' })
  return faults
}
