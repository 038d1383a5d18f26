import { HOUR_MS } from '#core/time.ts'
import type { SurgeSettings } from './settings.ts'
import type { WallHour } from './wall-hour.ts'

/** How much more or less than its level a brand hears at each hour, in roots: of the day, and besides of the week. */
export type Habit = { readonly ofHour: readonly number[]; readonly ofWeekHour: readonly number[] }

export const NO_HABIT: Habit = { ofHour: Array(24).fill(0), ofWeekHour: Array(168).fill(0) }

const placeOf = ({ weekday, hour }: WallHour) => (weekday - 1) * 24 + hour

/** What is usual at this hour beyond the level: two o'clock in the morning is not two in the afternoon, nor is Sunday Tuesday (L2). */
export const leanAt = ({ ofHour, ofWeekHour }: Habit, wall: WallHour): number =>
  (ofHour[wall.hour] ?? 0) + (ofWeekHour[placeOf(wall)] ?? 0)

/** A little of each deviation is taken for a habit of its hour; habits that end are unlearned the same way (L2). */
export const learnHabit = (
  habit: Habit,
  wall: WallHour,
  deviation: number,
  stepMs: number,
  s: SurgeSettings,
): Habit => {
  const hours = Math.min(1, stepMs / HOUR_MS)
  const add = (list: readonly number[], place: number, share: number) =>
    list.with(place, (list[place] ?? 0) + share * hours * deviation)
  return {
    ofHour: add(habit.ofHour, wall.hour, s.hourShare),
    ofWeekHour: add(habit.ofWeekHour, placeOf(wall), s.weekHourShare),
  }
}
