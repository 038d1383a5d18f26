import type { Slot } from '#core/sla/calendar.ts'

const DAY = 1_440
const WEEK = 7 * DAY

const minutesOf = (time: string): number => {
  const [hours, minutes] = time.split(':')
  return Number(hours) * 60 + Number(minutes)
}

const openings = (week: readonly (readonly Slot[])[]): { from: number; to: number }[] =>
  week
    .slice(0, 7)
    .flatMap((slots, day) =>
      slots.map((slot) => {
        const [from, to] = [minutesOf(slot.from), minutesOf(slot.to)]
        return { from: day * DAY + from, to: day * DAY + (to > from ? to : to + DAY) }
      }),
    )
    .filter(({ from, to }) => Number.isFinite(from) && Number.isFinite(to) && to > from)
    .sort((a, b) => a.from - b.from)

/** The longest time of an ordinary week during which nobody is there to answer, in minutes: what a promise must outlast (A2, T1). */
export const longestClosedMinutes = (week: readonly (readonly Slot[])[]): number => {
  const open = openings(week)
  const first = open[0]
  if (first === undefined) return WEEK
  // Past midnight of Sunday the week begins again.
  let until = Math.max(...open.map(({ to }) => to - WEEK), 0)
  let longest = 0
  if (until === 0) {
    const last = Math.max(...open.map(({ to }) => to))
    longest = Math.max(0, first.from + WEEK - last)
    until = first.from
  }
  for (const { from, to } of open) {
    longest = Math.max(longest, from - until)
    until = Math.max(until, to)
  }
  return longest
}
