import type { PlainDate } from '#core/time.ts'

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
export type Weekday = (typeof WEEKDAYS)[number]

/**
 * Wall-clock hours in the brand's zone: `{ opens: '09:00', closes: '12:30' }`. `closes` may be `24:00`; a slot that closes
 * at or before its opening runs past midnight and belongs to the day it opened on (A2, T1).
 */
export type Slot = { readonly opens: string; readonly closes: string }

/** Hours that replace the weekly ones on one date; they win over a holiday (T1). */
export type ExceptionalOpening = { readonly date: PlainDate; readonly slots: readonly Slot[] }

export type BusinessHours = {
  /** IANA name, such as `Europe/Paris`. */
  readonly timeZone: string
  readonly weekly: Readonly<Partial<Record<Weekday, readonly Slot[]>>>
  /** Dates closed from midnight to midnight; a shift that would open on one does not take place. */
  readonly holidays: readonly PlainDate[]
  readonly exceptional: readonly ExceptionalOpening[]
}

/** When somebody is there to answer: all the time, or during business hours (A2, T1). */
export type BusinessCalendar = 'always' | BusinessHours
