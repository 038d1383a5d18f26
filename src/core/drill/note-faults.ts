import { between } from '#core/crowd/chance.ts'
import type { Audience } from '#core/mention.ts'
import { MINUTE_MS } from '#core/time.ts'
import type { Act } from './act.ts'
import type { Heard } from './judge-words.ts'
import { RULE_WORDS } from './rule-words.ts'
import { note, rollIn, type Scene, stateOf } from './scene.ts'
import { findTurn } from './turns.ts'

type Spoken = {
  readonly act: Act
  readonly heard: Heard
  readonly person: string | null
  readonly messageId: string | null
}

/** Each fault of the words, to be told at the debrief with the very words. */
export const noteFaults = (scene: Scene, { act, heard, person, messageId }: Spoken): void => {
  for (const { code, weight, quote, trap } of heard.faults) {
    if (trap) scene.state.sprung[trap.id] ??= scene.now
    note(scene, {
      code,
      is: 'fault',
      weight,
      member: act.by,
      person,
      act: act.id,
      messageId,
      quote,
      why: trap?.says ?? RULE_WORDS[code].broken,
      instead: trap?.instead ?? RULE_WORDS[code].instead,
      from: trap?.id ?? null,
    })
  }
}

/** Who looks again at what everybody was told: the press, then the loudest of those who wait. */
const whoChecks = (scene: Scene): string | null => {
  const spoke = scene.scenario.people.filter(
    ({ id, role }) =>
      role !== 'impostor' && (stateOf(scene, id)?.spoken ?? 0) > 0 && stateOf(scene, id)?.settled !== true,
  )
  const rank = (role: string): number => (role === 'journalist' ? 2 : role === 'activist' ? 1 : 0)
  const [first] = spoke.toSorted((a, b) => rank(b.role) - rank(a.role) || b.followers - a.followers)
  return first?.id ?? null
}

const FOUND_AFTER = { least: 18, most: 40 }

/** What is not so is found out later, and spreads with a screenshot, unless it has become so by then (G4). */
export const planDiscovery = (scene: Scene, { act, heard, person }: Spoken): void => {
  for (const { trap, quote } of heard.faults) {
    if (!trap?.found) continue
    if (scene.state.plans.some((plan) => plan.kind === 'found' && plan.trap === trap.id)) continue
    const at = scene.now + trap.found.after * MINUTE_MS
    const { by, text } = trap.found
    scene.state.plans.push({ kind: 'found', at, person: by, text, trap: trap.id, act: act.id, quote, facts: [] })
  }
  const [lie] = heard.untrue
  const finder = person ?? whoChecks(scene)
  if (!lie || finder === null || stateOf(scene, finder) === undefined) return
  const roll = rollIn(scene, 'finds-out', act.id)
  const at = scene.now + Math.round(between(FOUND_AFTER.least, FOUND_AFTER.most, roll)) * MINUTE_MS
  const kinds = lie.claim === 'done' ? ['refund', 'delivery', 'replacement', 'resolution'] : [lie.claim, 'resolution']
  scene.state.plans.push({
    kind: 'found',
    at,
    person: finder,
    text: null,
    trap: null,
    act: act.id,
    quote: lie.quote,
    facts: kinds,
  })
}

/** What two people must have agreed on before it goes out, and did or did not (V1). */
export const noteSensitive = (
  scene: Scene,
  act: Extract<Act, { kind: 'reply' | 'statement' }>,
  audience: Audience,
): void => {
  const quote = findTurn(act.text, scene.scenario.sensitive, 'counts')
  if (quote === null || audience !== 'public') return
  const agreed = act.approvedBy !== undefined && act.approvedBy !== act.by
  note(scene, {
    code: 'V1',
    is: agreed ? 'kept' : 'fault',
    weight: agreed ? 1 : 2,
    member: act.by,
    act: act.id,
    quote,
    why: agreed ? RULE_WORDS.V1.kept : RULE_WORDS.V1.broken,
    ...(agreed ? {} : { instead: RULE_WORDS.V1.instead }),
  })
}

const MOST_TOLD = 40

export const rememberTold = ({ state }: Scene, to: string, text: string): void => {
  state.told = [...state.told, { to, text: text.slice(0, 2_000) }].slice(-MOST_TOLD)
}
