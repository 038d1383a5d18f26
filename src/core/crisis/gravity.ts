import type { GravityFacts } from './gravity-facts.ts'
import { type Grade, SIGNS, type Sign, type SignReading } from './gravity-sign.ts'
import { readSpeakers } from './sign-speakers.ts'
import { readSpread } from './sign-spread.ts'
import { readVolume } from './sign-volume.ts'
import { readWording } from './sign-wording.ts'

export type GravityLevel = 1 | 2 | 3 | 4
export const GRAVITY_LEVELS: readonly GravityLevel[] = [1, 2, 3, 4]

/** How far another level is: so many grades, on any of these signs. */
export type Way = { readonly level: GravityLevel; readonly grades: number; readonly signs: readonly Sign[] }

/** How grave a moment is, with all that says so (L3). */
export type Gravity = {
  readonly level: GravityLevel
  /** The grades of the four signs together, 0 to 12. */
  readonly total: number
  readonly signs: { readonly [S in Sign]: SignReading<S> }
  /** People in danger: never under level 2, whatever the rest says. */
  readonly floor: 'danger' | null
  /** A sign that nobody can read now: the level is the least that it is. */
  readonly atLeast: boolean
  readonly raise: Way | null
  readonly lower: Way | null
}

/** From how many grades on each level begins. */
export const LEVEL_FROM: Readonly<Record<GravityLevel, number>> = { 1: 0, 2: 3, 3: 6, 4: 9 }
const DANGER_LEVEL: GravityLevel = 2

const levelOf = (total: number): GravityLevel => GRAVITY_LEVELS.findLast((level) => total >= LEVEL_FROM[level]) ?? 1

const grade = (reading: SignReading): Grade => reading.grade

const wayUp = (level: GravityLevel, total: number, signs: readonly SignReading[]): Way | null => {
  const next = GRAVITY_LEVELS.find((one) => one > level)
  if (next === undefined) return null
  return {
    level: next,
    grades: LEVEL_FROM[next] - total,
    signs: signs.filter((s) => s.grade < 3).map(({ sign }) => sign),
  }
}

/** Only what can fall while it lasts lowers a level: who has spoken has spoken, and a second network stays reached. */
const wayDown = (
  level: GravityLevel,
  total: number,
  signs: readonly SignReading[],
  floor: Gravity['floor'],
): Way | null => {
  const before = GRAVITY_LEVELS.findLast((one) => one < level)
  if (before === undefined || (floor !== null && level <= DANGER_LEVEL)) return null
  const falling = signs.filter((s) => s.falls && s.grade > 0)
  const grades = total - LEVEL_FROM[level] + 1
  const most = falling.reduce((sum, s) => sum + s.grade, 0)
  return most < grades ? null : { level: before, grades, signs: falling.map(({ sign }) => sign) }
}

/**
 * The gauge of gravity (L3): four signs from 0 to 3, added; level 1 to 4. Volume against habit, what the words speak of, who speaks, and how
 * far and how long it has spread. No sign alone makes more than level 2, and each more of a sign never makes it less grave.
 */
export const gaugeGravity = (facts: GravityFacts): Gravity => {
  const signs = {
    volume: readVolume(facts.volume),
    wording: readWording(facts.wording),
    speakers: readSpeakers(facts.speakers),
    spread: readSpread(facts.spread),
  }
  const readings: readonly SignReading[] = SIGNS.map((sign) => signs[sign])
  const total = readings.reduce((sum, reading) => sum + grade(reading), 0)
  const floor = signs.wording.because.inDanger ? ('danger' as const) : null
  const counted = levelOf(total)
  const level = floor !== null && counted < DANGER_LEVEL ? DANGER_LEVEL : counted
  return {
    ...{ level, total, signs, floor },
    atLeast: facts.volume === null,
    raise: wayUp(level, total, readings),
    lower: wayDown(level, total, readings, floor),
  }
}
