import type { Act } from './act.ts'
import { meetExpectations } from './expect.ts'
import { reassuranceOf, stirsOf } from './feel.ts'
import { judgeWords } from './judge-words.ts'
import { noteFaults, noteSensitive, planDiscovery } from './note-faults.ts'
import { bounded, type Scene, stateOf } from './scene.ts'
import { stir, sway, swayPublic } from './spread.ts'

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
