import { MINUTE_MS } from '#core/time.ts'
import type { Act } from './act.ts'
import { meetExpectations } from './expect.ts'
import { reassuranceOf, stirsOf } from './feel.ts'
import { judgeWords } from './judge-words.ts'
import { noteFaults, noteSensitive, planDiscovery } from './note-faults.ts'
import { RULE_WORDS } from './rule-words.ts'
import { bounded, note, type Scene, stateOf } from './scene.ts'
import { loudness, stir, sway, swayPublic } from './spread.ts'

/** The brand speaks to everybody: honest words hold the buzz for a while (C1, C3), others feed it. */
export const hearStatement = (scene: Scene, act: Extract<Act, { kind: 'statement' }>): void => {
  const { state, scenario } = scene
  const heard = judgeWords(scene, { text: act.text, audience: 'public', person: null, holding: false })
  meetExpectations(scene, act, heard)
  noteFaults(scene, { act, heard, person: null, messageId: null })
  planDiscovery(scene, { act, heard, person: null, messageId: null })
  noteSensitive(scene, act, 'public')
  const reassurance = reassuranceOf(heard, state.statements)
  state.statements += 1
  state.reassured = bounded(state.reassured + reassurance, 0, 1)
  stir(scene, stirsOf(heard) * 1.5)
  state.heat *= 1 - 0.5 * reassurance
  swayPublic(scene, reassurance > 0 ? 14 * reassurance : -stirsOf(heard) * 0.3)
  for (const { id } of scenario.people)
    if ((stateOf(scene, id)?.opinion ?? 0) < 40)
      sway(scene, id, reassurance > 0 ? 8 * reassurance : -stirsOf(heard) * 0.15)
}

/** People are told before they have to ask (C2): whoever has not spoken yet has nothing to complain about any more. */
export const hearContact = (scene: Scene, act: Extract<Act, { kind: 'contact' }>): void => {
  const heard = judgeWords(scene, { text: act.text, audience: 'private', person: null, holding: false })
  meetExpectations(scene, act, heard)
  noteFaults(scene, { act, heard, person: null, messageId: null })
  planDiscovery(scene, { act, heard, person: null, messageId: null })
  for (const id of act.people) {
    const now = stateOf(scene, id)
    const person = scene.scenario.people.find((one) => one.id === id)
    if (!now || !person || now.contacted) continue
    now.contacted = true
    now.forestalled = now.spoken === 0
    sway(scene, id, heard.faults.some(({ weight }) => weight >= 2) ? -10 : now.spoken === 0 ? 20 : 6)
    if (now.spoken > 0 || person.role !== 'customer') continue
    note(scene, {
      code: 'C2',
      is: 'kept',
      weight: 1,
      member: act.by,
      person: id,
      act: act.id,
      quote: act.text,
      why: RULE_WORDS.C2.kept,
    })
    if (loudness(person.followers) < 2.5) continue
    const at = scene.now + 12 * MINUTE_MS
    const common = { person: id, audience: 'public', owed: false, picture: null } as const
    scene.state.plans.push({ kind: 'say', at, situation: 'contacted-thanks', tone: 0.6, ...common })
  }
}
