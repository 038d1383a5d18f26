import { findContacts } from '#core/guard/reading/contact.ts'
import { fold } from '#core/guard/reading/fold.ts'
import { MINUTE_MS } from '#core/time.ts'
import type { Act } from './act.ts'
import { RULE_WORDS } from './rule-words.ts'
import { note, personIn, type Scene, stateOf } from './scene.ts'
import { stir, sway } from './spread.ts'

type Hiding = Extract<Act, { kind: 'hide' }>

const NOTICED_AFTER = 6 * MINUTE_MS

/** Whoever was taken down shows the picture of what they had written (D1). */
export const noticeRemoval = (scene: Scene, person: string, text: string): void => {
  if (stateOf(scene, person) === undefined) return
  sway(scene, person, -30)
  const said = { kind: 'say', person, situation: 'deleted-found', audience: 'public', owed: true } as const
  const picture = `« ${text.slice(0, 180)} »`
  scene.state.plans.push({ ...said, at: scene.now + NOTICED_AFTER, tone: -1.6, picture })
}

/** What the law forbids to leave up: words under the brand's borrowed name, and numbers or addresses that somebody gave away. */
const isLawful = (scene: Scene, { person, cause, text }: Hiding): boolean => {
  if (person !== null && personIn(scene, person)?.role === 'impostor') return true
  return cause === 'personal-data' && findContacts(fold(text).folded).some(({ kind }) => kind !== 'link')
}

/** Criticism that the desk hides is missed by whoever wrote it, and shown around; what the law forbids is missed by nobody (D1). */
export const hearHiding = (scene: Scene, act: Hiding): void => {
  if (isLawful(scene, act)) return
  const { person, messageId, text } = act
  const { broken, instead } = RULE_WORDS.D1
  const about = { member: act.by, person, act: act.id, messageId, quote: text }
  note(scene, { ...about, code: 'D1', is: 'fault', weight: 3, why: broken, instead })
  stir(scene, 12)
  if (person !== null) noticeRemoval(scene, person, text)
}
