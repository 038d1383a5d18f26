import { DAY_MS, type Instant } from '#core/time.ts'
import { ALL_READ, SENSITIVE_READ, type Standing } from './standing.ts'

/** What a second person did with a reply: let it go as it was, in other words, or gave it back. */
export type Reading = {
  readonly at: Instant
  readonly outcome: 'clean' | 'edited' | 'returned'
  /** The sensitive subjects for which it was read, and the largest amount that it named. */
  readonly subjects: readonly string[]
  readonly cents: number | null
}

/** How many replies, over how many days, a step asks for; and how many given back, of the last ones read, ask for a step down. */
export const STEP = {
  'sensitive-read': { replies: 20, days: 10 },
  'alone-on': { replies: 10, days: 10 },
  down: { returned: 3, of: 10 },
} as const

/** Replies approved as they were, one after the other, up to now; none of them edited, none given back. */
export type Streak = { readonly replies: number; readonly days: number }

/** The facts that a step rests on, as its sentence says them. */
export type Grounds =
  | (Streak & { readonly kind: 'streak'; readonly subject: string | null; readonly amounts: boolean })
  | { readonly kind: 'returned'; readonly returned: number; readonly of: number }

export type Proposal = { readonly direction: 'up' | 'down'; readonly to: Standing; readonly grounds: Grounds }

const newestFirst = (readings: readonly Reading[]): readonly Reading[] => readings.toSorted((a, b) => b.at - a.at)

const unbroken = (readings: readonly Reading[]): readonly Reading[] => {
  const sorted = newestFirst(readings)
  const end = sorted.findIndex(({ outcome }) => outcome !== 'clean')
  return end === -1 ? sorted : sorted.slice(0, end)
}

const spanOf = (run: readonly Reading[]): Streak => {
  const [last, first] = [run[0], run.at(-1)]
  const days = last === undefined || first === undefined ? 0 : Math.floor((last.at - first.at) / DAY_MS)
  return { replies: run.length, days }
}

/** How long somebody's words have gone out as they wrote them (V3). */
export const streakOf = (readings: readonly Reading[]): Streak => spanOf(unbroken(readings))

const reaches = ({ replies, days }: Streak, step: { replies: number; days: number }): boolean =>
  replies >= step.replies && days >= step.days

const stepDown = (standing: Standing, readings: readonly Reading[]): Proposal | null => {
  if (standing.level === 'all-read') return null
  const last = newestFirst(readings).slice(0, STEP.down.of)
  const returned = last.filter(({ outcome }) => outcome === 'returned').length
  if (returned < STEP.down.returned) return null
  const to = standing.level === 'alone-on' ? SENSITIVE_READ : ALL_READ
  return { direction: 'down', to, grounds: { kind: 'returned', returned, of: last.length } }
}

/** The subject with the longest run, among those that one reader is enough for and that are not theirs yet. */
const earnedSubject = (standing: Standing, readings: readonly Reading[], open: readonly string[]): Proposal | null => {
  const [best] = open
    .filter((subject) => !standing.subjects.includes(subject))
    .map((subject) => ({ subject, ...streakOf(readings.filter(({ subjects }) => subjects.includes(subject))) }))
    .filter((run) => reaches(run, STEP['alone-on']))
    .toSorted((a, b) => b.replies - a.replies)
  if (best === undefined) return null
  const to: Standing = { ...standing, level: 'alone-on', subjects: [...standing.subjects, best.subject] }
  return { direction: 'up', to, grounds: { kind: 'streak', ...best, amounts: false } }
}

/** Never more than what they have named themselves, and had approved, in the run. */
const earnedAmount = (standing: Standing, readings: readonly Reading[]): Proposal | null => {
  const run = unbroken(readings.filter(({ cents }) => cents !== null))
  const streak = spanOf(run)
  const upToCents = Math.max(0, ...run.map(({ cents }) => cents ?? 0))
  if (!reaches(streak, STEP['alone-on']) || upToCents <= (standing.upToCents ?? 0)) return null
  const to: Standing = { ...standing, level: 'alone-on', upToCents }
  return { direction: 'up', to, grounds: { kind: 'streak', ...streak, subject: null, amounts: true } }
}

/**
 * The step that somebody's record asks for, one at a time and never taken by itself: a manager decides, up or down (V1, V3). `readings` are
 * those since the last decision; `open`, the charter's subjects that one reader is enough for.
 */
export const proposeLevel = (
  standing: Standing,
  readings: readonly Reading[],
  open: readonly string[],
): Proposal | null => {
  const down = stepDown(standing, readings)
  if (down !== null) return down
  if (standing.level !== 'all-read') return earnedSubject(standing, readings, open) ?? earnedAmount(standing, readings)
  const streak = streakOf(readings)
  return reaches(streak, STEP['sensitive-read'])
    ? { direction: 'up', to: SENSITIVE_READ, grounds: { kind: 'streak', ...streak, subject: null, amounts: false } }
    : null
}
