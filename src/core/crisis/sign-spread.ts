import { HOUR_MS } from '#core/time.ts'
import type { SpreadFound } from './gravity-facts.ts'
import { above, type Grade, type SignReading } from './gravity-sign.ts'

/** One person on a second network is a visitor, two are a beginning. */
const PEOPLE_ON_A_NETWORK = 2
const LEAST_NEWCOMERS = 10
/** What lasts so long will not blow over by itself. */
export const LASTING_MS = 3 * HOUR_MS
const MOST_BY_NETWORKS = 2

/** How far it has gone beyond the first network and the brand's own community, and for how long: each of these is a step (L3). */
export const readSpread = (found: SpreadFound): SignReading<'spread'> => {
  const reached = found.networks.filter(({ people }) => people >= PEOPLE_ON_A_NETWORK).length
  const byNetworks = Math.min(MOST_BY_NETWORKS, Math.max(0, reached - 1))
  const byNewcomers = found.newcomers >= LEAST_NEWCOMERS && found.newcomers * 2 >= found.people
  const isLasting = found.lastedMs >= LASTING_MS
  const steps = byNetworks + (byNewcomers ? 1 : 0) + (isLasting ? 1 : 0)
  const grade = Math.min(3, steps) as Grade
  const by = [
    ...(byNetworks < MOST_BY_NETWORKS ? (['network'] as const) : []),
    ...(byNewcomers ? [] : (['newcomers'] as const)),
    ...(isLasting ? [] : (['lasting'] as const)),
  ]
  return {
    ...{ sign: 'spread', grade, because: found, falls: false, back: null },
    next: above(grade) === null ? null : { kind: 'reach', by },
  }
}
