import { becomeKnown, becomeTrue } from './ask.ts'
import { missExpectations } from './expect.ts'
import { noteLateness, noteSilence } from './insist.ts'
import { passBy } from './passer-by.ts'
import { bounded, type Scene, show, stateOf } from './scene.ts'
import { loudness, stir, swayPublic } from './spread.ts'
import type { PersonState } from './state.ts'
import { volumeOf } from './volume.ts'

export const PULSE_MINUTES = 5

const heardOf = (scene: Scene) =>
  scene.scenario.people.flatMap((person) => {
    const now = stateOf(scene, person.id)
    return now && person.role !== 'impostor' ? [{ person, now }] : []
  })

const isLate = ({ wait }: PersonState): boolean => wait?.owed === true && wait.late

/** What those think who have spoken, each as loud as they are; the street, where nobody has. */
const opinionOfSpeakers = (scene: Scene): number => {
  let sum = 0
  let weights = 0
  for (const { person, now } of heardOf(scene)) {
    if (now.spoken === 0) continue
    sum += now.opinion * loudness(person.followers)
    weights += loudness(person.followers)
  }
  return weights === 0 ? scene.state.mood : sum / weights
}

export const pulse = (scene: Scene): void => {
  const all = heardOf(scene)
  show(scene, {
    kind: 'pulse',
    pulse: {
      at: scene.now,
      opinion: Math.round((scene.state.mood + opinionOfSpeakers(scene)) / 2),
      volume: volumeOf(scene),
      waiting: all.filter(({ now }) => now.wait?.owed === true).length,
      late: all.filter(({ now }) => isLate(now)).length,
    },
  })
}

/** In minutes: how soon half of a buzz is forgotten, while nothing was said and while honest words hold it. */
const FORGOTTEN = 60
const FORGOTTEN_REASSURED = 24
/** How fast an angry street feeds itself, and how soon words wear off. */
const CATCHES = 0.028
const WEARS_OFF = 0.995
const DRIFT = 0.008
/** What each person whom one lets wait beyond the promise adds each minute. */
const NEGLECT = 0.06

const burn = (scene: Scene): void => {
  const { state } = scene
  for (const { person, now } of heardOf(scene)) if (isLate(now)) stir(scene, NEGLECT * loudness(person.followers))
  const half = FORGOTTEN + (FORGOTTEN_REASSURED - FORGOTTEN) * state.reassured
  const anger = bounded(-state.mood / 100, 0, 1) * (1 - state.reassured)
  state.heat = bounded(
    state.heat * (0.5 ** (1 / half) + CATCHES * anger * Math.min(1, scene.scenario.crowd.spreads)),
    0,
    400,
  )
  state.reassured *= WEARS_OFF
  swayPublic(scene, (opinionOfSpeakers(scene) - state.mood) * DRIFT)
}

const factsOfMinute = (scene: Scene): void => {
  const minute = scene.state.ticked
  for (const { id, trueAt, knownAt } of scene.scenario.facts) {
    if (trueAt !== null && trueAt <= minute) becomeTrue(scene, id)
    if (knownAt !== null && knownAt <= minute) becomeKnown(scene, id)
  }
}

/** One minute passes: facts become true, people become late, the buzz grows or is forgotten. */
export const tick = (scene: Scene): void => {
  const { state } = scene
  state.ticked += 1
  factsOfMinute(scene)
  for (const { person, now } of heardOf(scene)) noteLateness(scene, person, now)
  missExpectations(scene, false)
  burn(scene)
  passBy(scene)
  if (state.ticked % PULSE_MINUTES === 0) pulse(scene)
}

/** The drill is over: what is still owed is told, and nothing happens any more. */
export const end = (scene: Scene): void => {
  for (const { person, now } of heardOf(scene)) noteSilence(scene, person, now)
  missExpectations(scene, true)
  pulse(scene)
  scene.state.over = true
  show(scene, { kind: 'over' })
}
