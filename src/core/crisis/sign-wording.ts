import type { WordingFound } from './gravity-facts.ts'
import { above, gradeBy, type Need, type SignReading } from './gravity-sign.ts'

/** So many people, and such a share of those who wrote, for each grade. */
export const HEATED = {
  1: { people: 2, percent: 0 },
  2: { people: 5, percent: 10 },
  3: { people: 10, percent: 30 },
} as const
/** Two people who speak of danger to somebody: one may be mistaken. */
export const IN_DANGER = 2
const DANGER_GRADE = 2

const needOf = (grade: 1 | 2 | 3): Need => ({ kind: 'heated', ...HEATED[grade] })

/** How many people use words that make a crisis; danger to somebody is never a small matter (L3). */
export const readWording = (found: WordingFound): SignReading<'wording'> => {
  const inDanger = (found.by.find(({ heat }) => heat === 'danger')?.people ?? 0) >= IN_DANGER
  const percent = found.people === 0 ? 0 : (100 * found.heated) / found.people
  const grade = gradeBy(
    (one) =>
      (found.heated >= HEATED[one].people && percent >= HEATED[one].percent) || (inDanger && one <= DANGER_GRADE),
  )
  const next = above(grade)
  const isHeld = inDanger && grade === DANGER_GRADE
  return {
    ...{ sign: 'wording', grade, because: { ...found, inDanger }, falls: !isHeld },
    next: next === null ? null : needOf(next),
    back: grade === 0 || isHeld ? null : needOf(grade),
  }
}
