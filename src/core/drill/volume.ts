import type { Scene } from './scene.ts'

/** So much heat is two thirds of the way to the most that this brand can be talked of. */
const HOT = 120

/** Mentions in five minutes, everywhere: they follow from how the buzz burns, and never exceed what the scenario allows. */
export const volumeOf = ({ scenario, state }: Scene): number => {
  const { usual, most } = scenario.crowd
  return Math.round(usual + (most - usual) * (1 - Math.exp(-state.heat / HOT)))
}
