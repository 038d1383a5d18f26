import { MINUTE_MS } from '#core/time.ts'
import type { Act } from './act.ts'
import { meetExpectations } from './expect.ts'
import { hearReply } from './hear-reply.ts'
import { type Heard, judgeWords } from './judge-words.ts'
import { noteFaults, planDiscovery } from './note-faults.ts'
import { RULE_WORDS } from './rule-words.ts'
import { note, personIn, type Scene, stateOf } from './scene.ts'
import { loudness, sway } from './spread.ts'

type Contact = Extract<Act, { kind: 'contact' }>

const THANKS_AFTER = 12 * MINUTE_MS

/** Told before they had a word to say: the complaint that they had in them is never written (C2). */
const hearFirst = (scene: Scene, act: Contact, id: string, heard: Heard): void => {
  const now = stateOf(scene, id)
  const person = personIn(scene, id)
  if (!now || !person || now.contacted) return
  now.contacted = true
  now.forestalled = true
  sway(scene, id, heard.faults.some(({ weight }) => weight >= 2) ? -10 : 20)
  if (person.role !== 'customer') return
  const { kept: why } = RULE_WORDS.C2
  note(scene, { code: 'C2', is: 'kept', weight: 1, member: act.by, person: id, act: act.id, quote: act.text, why })
  if (loudness(person.followers) < 2.5) return
  const common = { person: id, audience: 'public', owed: false, picture: null } as const
  const at = scene.now + THANKS_AFTER
  scene.state.plans.push({ kind: 'say', at, situation: 'contacted-thanks', tone: 0.6, ...common })
}

/** People are told before they have to ask (C2); to somebody who wrote already, the same words are a private answer. */
export const hearContact = (scene: Scene, act: Contact): void => {
  const heard = judgeWords(scene, { text: act.text, audience: 'private', person: null, holding: false })
  const known = act.people.filter((id) => stateOf(scene, id) !== undefined)
  const first = known.filter((id) => stateOf(scene, id)?.spoken === 0)
  meetExpectations(scene, act, heard)
  if (first.length > 0) {
    noteFaults(scene, { act, heard, person: null, messageId: null })
    planDiscovery(scene, { act, heard, person: null, messageId: null })
  }
  for (const id of first) hearFirst(scene, act, id, heard)
  for (const to of known.filter((id) => !first.includes(id))) {
    const { id, at, by, text } = act
    hearReply(scene, { kind: 'reply', id, at, by, to, audience: 'private', text })
  }
}
