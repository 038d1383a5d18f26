import type { z } from 'zod'
import type { BusinessHoursShape, businessHours } from '#contract/workspace.ts'
import type { BusinessHours, Slot } from '#core/sla/calendar.ts'

const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

type WireSlot = { opens: string; closes: string }
const toSlot = ({ opens, closes }: WireSlot): Slot => ({ from: opens, to: closes })
const fromSlot = ({ from, to }: Slot): WireSlot => ({ opens: from, closes: to })

/** The hours as the rules of the trade read them: seven days, Monday first. */
export const hoursOf = (wire: z.output<typeof businessHours>): BusinessHours => ({
  timeZone: wire.timeZone,
  weekly: days.map((day) => (wire.weekly[day] ?? []).map(toSlot)),
  holidays: wire.holidays,
  openings: wire.exceptional.map(({ date, slots }) => ({ day: date, slots: slots.map(toSlot) })),
})

/** The hours as a screen edits them: days by name. */
export const wireOf = (hours: BusinessHours): BusinessHoursShape => ({
  timeZone: hours.timeZone,
  weekly: Object.fromEntries(days.map((day, index) => [day, (hours.weekly[index] ?? []).map(fromSlot)])),
  holidays: [...hours.holidays],
  exceptional: hours.openings.map(({ day, slots }) => ({ date: day, slots: slots.map(fromSlot) })),
})
