import { chance } from '#core/crowd/chance.ts'
import { type Instant, MINUTE_MS } from '#core/time.ts'
import type { Happening, Moment } from './happening.ts'
import type { Scenario, ScenarioPerson } from './scenario.ts'
import type { DrillState, PersonState } from './state.ts'

/** The world while something happens in it: its state is changed in place, and what it shows is kept apart. */
export type Scene = {
  readonly scenario: Scenario
  readonly state: DrillState
  /** When the thing that happens now happens. */
  now: Instant
  readonly shown: Happening[]
}

type Distributive<T> = T extends unknown ? Omit<T, 'seq' | 'at'> : never

export const show = (scene: Scene, happening: Distributive<Happening>): void => {
  scene.state.seq += 1
  scene.shown.push({ seq: scene.state.seq, at: scene.now, ...happening } as Happening)
}

/** Leaves something to be scored. */
export const note = (scene: Scene, moment: Partial<Moment> & Pick<Moment, 'code' | 'is' | 'weight' | 'why'>): void =>
  show(scene, {
    kind: 'moment',
    moment: {
      at: scene.now,
      member: null,
      person: null,
      act: null,
      messageId: null,
      quote: null,
      instead: null,
      from: null,
      ...moment,
    },
  })

export const rollIn = ({ state }: Scene, ...words: (string | number)[]): number => chance(state.seed, ...words)

export const personIn = ({ scenario }: Scene, id: string): ScenarioPerson | undefined =>
  scenario.people.find((one) => one.id === id)

export const stateOf = ({ state }: Scene, id: string): PersonState | undefined =>
  Object.hasOwn(state.people, id) ? state.people[id] : undefined

export const minutesIn = ({ state, now }: Scene): number => (now - state.startedAt) / MINUTE_MS

export const bounded = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value))
