import type { VolumeFound } from './gravity-facts.ts'
import { above, gradeBy, type SignReading } from './gravity-sign.ts'

/** So many times the usual for each grade. */
export const TIMES = { 1: 2, 2: 5, 3: 15 } as const
/** Fewer messages than this beyond the usual are no volume, whatever multiple they make. */
const LEAST_BEYOND = 5

/** Where hardly one message is usual, it is compared with one: a multiple of next to nothing says nothing. */
export const timesOf = ({ counted, usual }: VolumeFound): number => counted / Math.max(1, usual)

/** How loud it is against the habit of this hour and weekday (L3). */
export const readVolume = (found: VolumeFound | null): SignReading<'volume'> => {
  const isMany = found !== null && found.counted - found.usual >= LEAST_BEYOND
  const grade = gradeBy((one) => isMany && timesOf(found) >= TIMES[one])
  const next = above(grade)
  return {
    ...{ sign: 'volume', grade, because: found, falls: true },
    next: next === null ? null : { kind: 'times', times: TIMES[next] },
    back: grade === 0 ? null : { kind: 'times', times: TIMES[grade] },
  }
}
