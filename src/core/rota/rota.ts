import type { BusinessCalendar } from '#core/sla/calendar.ts'
import type { Instant, PlainDate } from '#core/time.ts'

/** Who watches, who validates, who answers (T1, L4). */
export const DUTIES = ['watch', 'approve', 'answer'] as const
export type Duty = (typeof DUTIES)[number]

/** Every week on the same day, in the brand's time zone. One that ends at or before its start runs past midnight. */
export type Shift = {
  readonly memberId: string
  readonly duty: Duty
  /** 1 is Monday. */
  readonly weekday: number
  readonly from: string
  readonly to: string
}

/** Somebody is away from one moment to another, and somebody may stand in for them. */
export type Absence = {
  readonly memberId: string
  readonly fromAt: Instant
  readonly untilAt: Instant
  readonly standInId: string | null
}

/** Somebody of the brand, and the duties that their role lets them do: a shift that outlives a role counts for nothing. */
export type Hand = { readonly memberId: string; readonly able: readonly Duty[] }

export type Rota = {
  /** IANA name of the brand's zone. */
  readonly timeZone: string
  readonly hands: readonly Hand[]
  readonly shifts: readonly Shift[]
  readonly absences: readonly Absence[]
  /** Dates on which no weekly shift takes place. */
  readonly closedDays: readonly PlainDate[]
}

/** Days on which the desk is closed whole: holidays without an exceptional opening, and exceptional closings. */
export const closedDaysOf = (calendar: BusinessCalendar): PlainDate[] => {
  if (calendar === 'always') return []
  const opened = new Set(calendar.openings.filter(({ slots }) => slots.length > 0).map(({ day }) => day))
  const shut = calendar.openings.filter(({ day }) => !opened.has(day)).map(({ day }) => day)
  return [...new Set([...calendar.holidays.filter((day) => !opened.has(day)), ...shut])].sort()
}
