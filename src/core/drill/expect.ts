import { MINUTE_MS } from '#core/time.ts'
import type { Act } from './act.ts'
import type { Expectation } from './scenario.ts'
import { minutesIn, note, type Scene } from './scene.ts'
import type { SpeechAct } from './speech-act.ts'
import { stir } from './spread.ts'
import { findTurn } from './turns.ts'

/** Since when it is expected, in minutes of the scenario; null: not yet. */
const expectedSince = ({ state }: Scene, { after }: Expectation): number | null => {
  if (after === null) return 0
  const at = state.injected[after]
  return at === undefined ? null : (at - state.startedAt) / MINUTE_MS
}

const isTo = (expected: Expectation, act: Act): boolean => {
  if (expected.to === null) return true
  if (act.kind === 'reply') return expected.to.includes(act.to)
  if (act.kind === 'contact') return act.people.some((id) => expected.to?.includes(id))
  if (act.kind === 'ask' || act.kind === 'take' || act.kind === 'submit')
    return act.person !== null && expected.to.includes(act.person)
  return true
}

const textOf = (act: Act): string | null => ('text' in act ? act.text : null)

const says = (expected: Expectation, act: Act, acts: ReadonlySet<SpeechAct>): boolean => {
  const text = textOf(act)
  return (
    expected.with.every((one) => acts.has(one)) &&
    expected.saying.every((turns) => text !== null && findTurn(text, turns, 'counts') !== null)
  )
}

type HeardAct = { readonly acts: ReadonlySet<SpeechAct>; readonly faults: readonly { readonly weight: number }[] }
const SILENT: HeardAct = { acts: new Set(), faults: [] }

/** What the desk does may be what the scenario waits for: full marks in time, half of them a little later. */
export const meetExpectations = (scene: Scene, act: Act, heard: HeardAct = SILENT): void => {
  const { scenario, state } = scene
  for (const one of scenario.expects) {
    if (one.does !== act.kind || Object.hasOwn(state.met, one.id)) continue
    if (heard.faults.some(({ weight }) => weight >= 2)) continue
    const since = expectedSince(scene, one)
    if (since === null || !isTo(one, act) || !says(one, act, heard.acts)) continue
    const after = minutesIn(scene) - since
    state.met[one.id] = scene.now
    if (after > one.until) continue
    const isTimely = after <= one.by
    note(scene, {
      code: one.code,
      is: 'kept',
      weight: isTimely ? one.weight : one.weight / 2,
      member: act.by,
      act: act.id,
      quote: textOf(act),
      why: one.says,
      from: one.id,
    })
    if (!isTimely)
      note(scene, {
        code: one.code,
        is: 'missed',
        weight: one.weight / 2,
        act: act.id,
        why: one.says,
        instead: one.instead,
        from: one.id,
      })
    stir(scene, isTimely ? -one.calms : -one.calms / 2)
  }
}

/** What should have been done by now and was not, told once; at the end of the drill, whatever was still to do. */
export const missExpectations = (scene: Scene, isOver: boolean): void => {
  const { scenario, state } = scene
  for (const one of scenario.expects) {
    if (state.missed.includes(one.id)) continue
    const since = expectedSince(scene, one)
    if (since === null) continue
    const after = minutesIn(scene) - since
    const isMet = Object.hasOwn(state.met, one.id)
    if (isMet || !(after > one.until || (isOver && after > one.by))) continue
    state.missed.push(one.id)
    note(scene, { code: one.code, is: 'missed', weight: one.weight, why: one.says, instead: one.instead, from: one.id })
  }
}
