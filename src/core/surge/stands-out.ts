import type { SurgeReading } from './reading.ts'

const LEAST_COUNTED = 5
const LEAST_TIMES = 2

/** A topic explains a surge when it is itself spoken of at least twice as much as usual, by more than a handful (L3). */
export const standsOut = ({ why, state }: Pick<SurgeReading, 'why' | 'state'>): boolean =>
  state === 'known' && why.counted >= LEAST_COUNTED && (why.times === null || why.times >= LEAST_TIMES)
