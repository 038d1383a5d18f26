import type { Instant } from '#core/time.ts'
import type { Act } from './act.ts'
import { carryOut } from './carry-out.ts'
import type { Happening } from './happening.ts'
import { carryOutInject } from './inject.ts'
import { insist, nextInsistence } from './insist.ts'
import type { Scenario } from './scenario.ts'
import type { Scene } from './scene.ts'
import { type DrillState, endOf, minuteAt } from './state.ts'
import { takeIn } from './take-in.ts'
import { end, tick } from './tick.ts'

type Due = { readonly at: Instant; readonly happen: () => void }

/** The next thing that happens by itself; at one instant, the minute first, then the timetable, then people. */
const findDue = (scene: Scene): Due => {
  const { state, scenario } = scene
  const due: Due[] = [{ at: minuteAt(state.startedAt, state.ticked + 1), happen: () => tick(scene) }]
  for (const inject of scenario.injects) {
    if (Object.hasOwn(state.injected, inject.id) || state.passedOver.includes(inject.id)) continue
    due.push({ at: minuteAt(state.startedAt, inject.at), happen: () => carryOutInject(scene, inject) })
  }
  for (const plan of state.plans) {
    const happen = (): void => {
      state.plans = state.plans.filter((one) => one !== plan)
      carryOut(scene, plan)
    }
    due.push({ at: plan.at, happen })
  }
  for (const person of scenario.people) {
    const at = nextInsistence(scene, person)
    if (at !== null) due.push({ at, happen: () => insist(scene, person) })
  }
  return due.reduce((first, one) => (one.at < first.at ? one : first))
}

const liveUntil = (scene: Scene, until: Instant): void => {
  const { state } = scene
  const last = endOf(scene.scenario, state)
  for (let due = findDue(scene); !state.over && due.at <= until; due = findDue(scene)) {
    scene.now = Math.max(due.at, state.now)
    state.now = scene.now
    due.happen()
    if (scene.now >= last) end(scene)
  }
  if (!state.over) state.now = Math.max(state.now, until)
  scene.now = state.now
}

export type Step = { readonly state: DrillState; readonly happenings: readonly Happening[] }

/**
 * Lets a drill live until `now`, with what the desk did since: pure, without clock or chance of its own, so that the same acts at the
 * same times are always the same drill, however many steps it is cut into. Times are drill times: how fast they pass is the caller's
 * affair. An act of the past is taken in now, one of the future at `now`; an act that was taken in is not taken in twice.
 */
export const stepDrill = (scenario: Scenario, before: DrillState, now: Instant, acts: readonly Act[] = []): Step => {
  if (before.over) return { state: before, happenings: [] }
  const state = structuredClone(before)
  const scene: Scene = { scenario, state, now: state.now, shown: [] }
  const fresh = acts
    .filter((act) => !state.taken.includes(act.id))
    .map((act, order) => ({ act, order, at: Math.min(Math.max(act.at, state.now), Math.max(now, state.now)) }))
    .toSorted((a, b) => a.at - b.at || a.order - b.order)
  for (const { act, at } of fresh) {
    liveUntil(scene, at)
    if (state.over) break
    if (!state.taken.includes(act.id)) takeIn(scene, { ...act, at })
  }
  liveUntil(scene, now)
  return { state, happenings: scene.shown }
}

/** An observer ends the drill before its time. */
export const endDrill = (scenario: Scenario, before: DrillState, now: Instant): Step => {
  const { state: lived, happenings } = stepDrill(scenario, before, now)
  if (lived.over) return { state: lived, happenings }
  const state = structuredClone(lived)
  const scene: Scene = { scenario, state, now: state.now, shown: [...happenings] }
  end(scene)
  return { state, happenings: scene.shown }
}
