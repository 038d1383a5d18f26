import type { PlainDate } from '#core/time.ts'

/**
 * Wall-clock hours in the brand's zone: `{ from: '09:00', to: '12:30' }`. `to` may be `24:00`; a slot that ends before its
 * start runs past midnight and belongs to the day on which it starts (A2, T1).
 */
export type Slot = { readonly from: string; readonly to: string }

/** Hours that replace the weekly ones on one date; they win over a holiday (T1). */
export type ExceptionalOpening = { readonly day: PlainDate; readonly slots: readonly Slot[] }

export type BusinessHours = {
  /** IANA name, such as `Europe/Paris`. */
  readonly timeZone: string
  /** Seven days, Monday first; several slots a day; slots may overlap. */
  readonly weekly: readonly (readonly Slot[])[]
  /** Dates closed from midnight to midnight; a shift that would start on one does not take place. */
  readonly holidays: readonly PlainDate[]
  readonly openings: readonly ExceptionalOpening[]
}

/** When somebody is there to answer: all the time, or during business hours (A2, T1). */
export type BusinessCalendar = 'always' | BusinessHours
