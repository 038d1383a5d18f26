import type { ScenarioPerson } from './scenario.ts'
import { bounded, type Scene, stateOf } from './scene.ts'

/** As hot as it gets. */
export const MOST_HEAT = 400

/** One in a hundred followers reads, and those who matter read too: the loud are heard ten times as far, not ten thousand times. */
export const loudness = (followers: number): number => Math.log10(followers + 10)

/** Stirs the buzz (or calms it, below 0). */
export const stir = ({ state, scenario }: Scene, by: number): void => {
  const felt = by > 0 ? by * scenario.crowd.spreads : by
  state.heat = bounded(state.heat + felt, 0, MOST_HEAT)
}

export const sway = (scene: Scene, id: string, by: number): void => {
  const person = stateOf(scene, id)
  if (person) person.opinion = bounded(person.opinion + by, -100, 100)
}

export const swayPublic = ({ state }: Scene, by: number): void => {
  state.mood = bounded(state.mood + by, -100, 100)
}

/** Somebody is heard by those who follow them: anger stirs and is catching, a kind word calms a little (A1: they tell it around). */
export const beHeard = (scene: Scene, speaker: Pick<ScenarioPerson, 'id' | 'followers'>, tone: number): void => {
  if (tone === 0) return
  const far = loudness(speaker.followers)
  stir(scene, tone < 0 ? -tone * far * 3 : -tone * far * 0.8)
  swayPublic(scene, tone * far * (tone < 0 ? 0.8 : 1.2))
  for (const { id, role } of scene.scenario.people) {
    if (id !== speaker.id && role !== 'impostor' && stateOf(scene, id)?.settled !== true)
      sway(scene, id, tone * far * 0.5)
  }
}
