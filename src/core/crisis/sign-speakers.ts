import type { SpeakersFound } from './gravity-facts.ts'
import { above, gradeBy, type SignReading } from './gravity-sign.ts'

/** An audience that alone carries as far as a newspaper, and as a national one. */
const WIDE = 100_000
const NATIONAL = 1_000_000
const SEVERAL = 3

/** Who speaks: a journalist or an elected person weighs more than the same words from an ordinary customer (L3). Who has spoken has spoken. */
export const readSpeakers = (found: SpeakersFound): SignReading<'speakers'> => {
  const { counts } = found
  const official = counts.press + counts.elected
  const loud = counts.activist + counts['large-audience']
  const greatest = found.greatest ?? 0
  const reached = {
    1: official + loud >= 1,
    2: official >= 1 || loud >= SEVERAL || greatest >= WIDE,
    3: official >= SEVERAL || greatest >= NATIONAL,
  }
  const grade = gradeBy((one) => reached[one])
  const next = above(grade)
  return {
    ...{ sign: 'speakers', grade, because: found, falls: false, back: null },
    next: next === null ? null : { kind: 'voices', grade: next },
  }
}
