import { PATIENCE } from '#core/crowd/patience.ts'
import { type Instant, MINUTE_MS } from '#core/time.ts'
import { COMES_BACK_AFTER, comeBack } from './carry-out.ts'
import { RULE_WORDS } from './rule-words.ts'
import type { ScenarioPerson } from './scenario.ts'
import { note, type Scene, stateOf } from './scene.ts'
import { lineFor, speak } from './speak.ts'
import { beHeard, stir, sway } from './spread.ts'
import type { PersonState, Wait } from './state.ts'

const INSISTS = ['ignored', 'ignored-again', 'shout'] as const
const INSISTS_PRIVATELY = ['private-ignored', 'shout'] as const
/** How each insistence sounds to those who read along. */
const TONE = [-0.5, -0.8, -1.4] as const

const situationOf = ({ audience, times }: Wait): string | undefined =>
  (audience === 'private' ? INSISTS_PRIVATELY : INSISTS)[times]

/** When an ignored person says so, unless they are answered (A1: silence is what makes an unhappy customer shout). */
export const nextInsistence = (scene: Scene, person: ScenarioPerson): Instant | null => {
  const wait = stateOf(scene, person.id)?.wait
  if (!wait) return null
  if (!wait.owed) return wait.since + COMES_BACK_AFTER * PATIENCE[person.temper]
  if (situationOf(wait) === undefined) return null
  const share = PATIENCE[person.temper] + wait.times * 0.5
  return wait.since + Math.round(scene.scenario.promise * share) * MINUTE_MS
}

export const insist = (scene: Scene, person: ScenarioPerson): void => {
  const now = stateOf(scene, person.id)
  const wait = now?.wait
  if (!now || !wait) return
  if (!wait.owed) {
    comeBack(scene, person.id)
    return
  }
  const situation = situationOf(wait)
  if (situation === undefined) return
  const { times } = wait
  now.wait = { ...wait, times: times + 1 }
  const text = lineFor(scene, person, situation)
  const audience = situation === 'shout' ? 'public' : wait.audience
  if (text !== null) speak(scene, person, { text, audience, owed: true, because: { situation } })
  sway(scene, person.id, -10 - 5 * times)
  if (audience === 'public') beHeard(scene, person, TONE[times] ?? -1.4)
}

/** Somebody has waited beyond what was promised (A2): it is told once for each wait. */
export const noteLateness = (scene: Scene, person: ScenarioPerson, now: PersonState): void => {
  const { wait } = now
  if (!wait?.owed || wait.late || scene.now - wait.since <= scene.scenario.promise * MINUTE_MS) return
  now.wait = { ...wait, late: true }
  const { broken, instead } = RULE_WORDS.A2
  note(scene, {
    code: 'A2',
    is: 'missed',
    weight: 1,
    person: person.id,
    messageId: wait.messageId,
    quote: now.incoming,
    why: broken,
    instead,
  })
  stir(scene, 2)
}

/** At the end, whoever waited too long and was never answered (A1). */
export const noteSilence = (scene: Scene, person: ScenarioPerson, now: PersonState): void => {
  const { wait } = now
  if (!wait?.owed || !wait.late) return
  const { broken, instead } = RULE_WORDS.A1
  note(scene, {
    code: 'A1',
    is: 'missed',
    weight: 1,
    person: person.id,
    messageId: wait.messageId,
    quote: now.incoming,
    why: broken,
    instead,
  })
}
