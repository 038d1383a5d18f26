import { between } from '#core/crowd/chance.ts'
import type { Audience } from '#core/mention.ts'
import { MINUTE_MS } from '#core/time.ts'
import type { Act } from './act.ts'
import { meetExpectations } from './expect.ts'
import { feelingAbout, rememberHeard, stirsOf } from './feel.ts'
import { factsNow, type Heard, judgeWords } from './judge-words.ts'
import { noteFaults, noteSensitive, planDiscovery, rememberTold } from './note-faults.ts'
import { decideReaction, type Reaction } from './react.ts'
import { RULE_WORDS } from './rule-words.ts'
import type { ScenarioPerson, Words } from './scenario.ts'
import { note, personIn, rollIn, type Scene, stateOf } from './scene.ts'
import { stir, sway, swayPublic } from './spread.ts'
import type { PersonState } from './state.ts'

type Reply = Extract<Act, { kind: 'reply' }>

/** What is said in private goes no further, as a rule. */
const IN_PRIVATE = 0.3
const READS_WITHIN = { least: 2, most: 9 }

const soon = (scene: Scene, act: string, step: string): number => {
  const roll = rollIn(scene, 'delay', act, step)
  return scene.now + Math.round(between(READS_WITHIN.least, READS_WITHIN.most, roll)) * MINUTE_MS
}

const ANSWERED: Words = { fr: 'Quelqu’un qui attendait a eu une réponse.', en: 'Somebody who waited was answered.' }
const IN_TIME: Words = { fr: 'La réponse est venue dans le délai.', en: 'The answer came in time.' }

/** The answer that somebody waited for: kept, and in time or not (A1, A2). */
const endWait = (scene: Scene, now: PersonState, act: Reply, person: ScenarioPerson): void => {
  const { wait } = now
  if (wait?.owed) {
    const common = { member: act.by, person: person.id, act: act.id, messageId: wait.messageId, quote: act.text }
    note(scene, { ...common, code: 'A1', is: 'kept', weight: 1, why: ANSWERED })
    if (!wait.late) note(scene, { ...common, code: 'A2', is: 'kept', weight: 1, why: IN_TIME })
  }
  now.wait = null
  for (const [inject, call] of Object.entries(scene.state.calls)) {
    if (call.person !== person.id) continue
    delete scene.state.calls[inject]
    note(scene, {
      code: 'A1',
      is: 'kept',
      weight: 2,
      member: act.by,
      person: person.id,
      act: act.id,
      quote: act.text,
      why: ANSWERED,
    })
  }
}

const noteInvitation = (scene: Scene, act: Reply, person: ScenarioPerson, heard: Heard, now: PersonState): void => {
  if (act.audience !== 'public' || person.wants !== 'repair' || person.role !== 'customer' || now.publicAnswers > 0)
    return
  const is = heard.owesInvitation ? 'missed' : 'kept'
  const { broken, kept, instead } = RULE_WORDS.P1
  const common = { member: act.by, person: person.id, act: act.id, messageId: act.messageId ?? null, quote: act.text }
  note(scene, {
    ...common,
    code: 'P1',
    is,
    weight: 1,
    why: is === 'kept' ? kept : broken,
    ...(is === 'kept' ? {} : { instead }),
  })
}

const SETTLING = new Set(['refund', 'delivery', 'replacement', 'resolution'])

/** Whether the truth of the scenario holds this person's affair for settled. */
export const isSettled = (scene: Scene, person: string): boolean =>
  factsNow(scene, person).some(({ kind, status }) => status === 'done' && SETTLING.has(kind))

const planReaction = (scene: Scene, act: Reply, person: ScenarioPerson, now: PersonState, reaction: Reaction): void => {
  const { situation, next, tone } = reaction
  const at = soon(scene, act.id, 'first')
  const say = (situation: string, audience: Audience, owed: boolean, when: number, how = 0): void => {
    scene.state.plans.push({
      kind: 'say',
      at: when,
      person: person.id,
      situation,
      audience,
      owed,
      tone: how,
      picture: null,
    })
  }
  if (situation !== null) say(situation, act.audience, next === 'waits', at, tone)
  if (next === 'moved') say('private-opening', 'private', true, at + 3 * MINUTE_MS)
  if (next === 'settled') now.settled = true
  if (next === 'settled' && act.audience === 'private' && person.wants === 'repair')
    say('thanks-in-public', 'public', false, at + 6 * MINUTE_MS, 0.8)
  if (next === 'rests' && person.wants === 'repair' && !now.cameBack)
    now.wait = {
      since: scene.now,
      times: 0,
      messageId: act.messageId ?? '',
      audience: act.audience,
      owed: false,
      late: false,
    }
}

/** Somebody of the crowd who was only passing: a kind word costs nothing, an unkind one is read by all. */
const hearPasserBy = (scene: Scene, act: Reply): void => {
  const { state } = scene
  const heard = judgeWords(scene, {
    text: act.text,
    audience: act.audience,
    person: null,
    holding: act.holding === true,
  })
  meetExpectations(scene, act, heard)
  noteFaults(scene, { act, heard, person: act.to, messageId: act.messageId ?? null })
  planDiscovery(scene, { act, heard, person: null, messageId: null })
  noteSensitive(scene, act, act.audience)
  const isFirst = !state.answeredPassersBy.includes(act.to)
  if (isFirst) state.answeredPassersBy.push(act.to)
  if (heard.faults.length > 0) stir(scene, stirsOf(heard))
  else if (isFirst) {
    stir(scene, -1.5)
    swayPublic(scene, 0.4)
  }
  rememberTold(scene, act.to, act.text)
}

/** Only says that they were read: they wait on, from now (V2). */
const hearHolding = (scene: Scene, now: PersonState, act: Reply): void => {
  for (const draft of Object.values(scene.state.drafts)) if (draft.person === act.to) draft.held = true
  if (now.wait && now.wait.times < 1) now.wait = { ...now.wait, since: scene.now }
  sway(scene, act.to, 3)
}

/** Somebody reads what the brand answered, and makes up their mind about it. */
export const hearReply = (scene: Scene, act: Reply): void => {
  const person = personIn(scene, act.to)
  const now = stateOf(scene, act.to)
  if (!person || !now) {
    hearPasserBy(scene, act)
    return
  }
  const { text, audience } = act
  const holding = act.holding === true
  const heard = judgeWords(scene, { text, audience, person, holding })
  meetExpectations(scene, act, heard)
  noteFaults(scene, { act, heard, person: person.id, messageId: act.messageId ?? null })
  planDiscovery(scene, { act, heard, person: person.id, messageId: null })
  noteSensitive(scene, act, audience)
  if (holding) {
    hearHolding(scene, now, act)
    return
  }
  noteInvitation(scene, act, person, heard, now)
  const isLate = now.wait?.late === true
  endWait(scene, now, act, person)
  now.answers += 1
  if (audience === 'public') now.publicAnswers += 1
  const feeling = feelingAbout(heard, now, person.temper, isLate)
  const settled = isSettled(scene, person.id)
  sway(scene, person.id, feeling + (settled && heard.acts.has('states-done') && heard.untrue.length === 0 ? 35 : 0))
  const stirred = stirsOf(heard) * (audience === 'private' ? IN_PRIVATE : 1)
  stir(scene, stirred > 0 ? stirred : audience === 'public' ? -Math.max(0, feeling) * 0.12 : 0)
  if (audience === 'public') swayPublic(scene, feeling * (feeling < 0 ? 0.12 : 0.08))
  rememberHeard(now, heard)
  if (person.role !== 'impostor' && !now.settled) {
    const roll = (question: string): number => rollIn(scene, person.id, question, now.answers)
    const answered = {
      person,
      audience,
      text,
      heard,
      answers: now.answers,
      isInPrivate: now.last.private !== null,
      isSettled: settled,
      roll,
    }
    planReaction(scene, act, person, now, decideReaction(answered))
  }
  now.incoming = ''
  rememberTold(scene, person.id, text)
}
