import { MINUTE_MS } from '#core/time.ts'
import { answerFromInside } from './ask.ts'
import { factsNow } from './judge-words.ts'
import { RULE_WORDS } from './rule-words.ts'
import { note, personIn, type Scene, stateOf } from './scene.ts'
import { lineFor, speak } from './speak.ts'
import { beHeard, stir, sway } from './spread.ts'
import type { Plan } from './state.ts'
import { readerIsLate } from './take-in.ts'

type Of<K extends Plan['kind']> = Extract<Plan, { kind: K }>

const say = (scene: Scene, plan: Of<'say'>): void => {
  const person = personIn(scene, plan.person)
  if (!person) return
  const { situation, audience, owed, picture, tone } = plan
  const text = lineFor(scene, person, situation)
  if (text === null) return
  speak(scene, person, { text, audience, owed, picture, because: { situation } })
  if (audience === 'public') beHeard(scene, person, tone)
}

/** It has become so after all: nobody finds out anything. */
const hasComeTrue = (scene: Scene, plan: Of<'found'>): boolean => {
  const trap = scene.scenario.traps.find(({ id }) => id === plan.trap)
  if (trap) return trap.untilFact !== null && Object.hasOwn(scene.state.factsTrue, trap.untilFact)
  return factsNow(scene, plan.person).some(({ kind, status }) => status === 'done' && plan.facts.includes(kind))
}

/** What was said was not so: it comes out, with a screenshot, and nothing that was said before holds any more (G4). */
const found = (scene: Scene, plan: Of<'found'>): void => {
  const person = personIn(scene, plan.person)
  if (!person || hasComeTrue(scene, plan)) return
  const trap = scene.scenario.traps.find(({ id }) => id === plan.trap)
  const text = plan.text ?? lineFor(scene, person, 'lie-found') ?? ''
  const picture = `« ${plan.quote.slice(0, 180)} »`
  const because = { situation: 'lie-found' }
  const messageId = speak(scene, person, { text, audience: 'public', owed: true, because, picture })
  scene.state.reassured = 0
  sway(scene, person.id, -50)
  beHeard(scene, person, -2)
  stir(scene, 10)
  const code = trap?.code ?? 'G4'
  note(scene, {
    code,
    is: 'fault',
    weight: 0,
    person: person.id,
    act: plan.act,
    messageId,
    quote: text,
    why: {
      fr: `C’est découvert : « ${plan.quote} » n’était pas vrai.`,
      en: `It is found out: “${plan.quote}” was not true.`,
    },
    from: plan.trap,
  })
}

const callOver = (scene: Scene, { inject, person }: Of<'call-over'>): void => {
  if (!Object.hasOwn(scene.state.calls, inject)) return
  delete scene.state.calls[inject]
  sway(scene, person, -15)
  const why = {
    fr: 'Quelqu’un a appelé la marque et n’a pas été rappelé à temps.',
    en: 'Somebody rang the brand and was not called back in time.',
  }
  note(scene, { code: 'A1', is: 'missed', weight: 2, person, why, instead: RULE_WORDS.A1.instead, from: inject })
}

export const carryOut = (scene: Scene, plan: Plan): void => {
  switch (plan.kind) {
    case 'say':
      say(scene, plan)
      return
    case 'found':
      found(scene, plan)
      return
    case 'inside':
      answerFromInside(scene, plan)
      return
    case 'call-over':
      callOver(scene, plan)
      return
    case 'reader-late':
      readerIsLate(scene, plan.draft)
  }
}

/** After so long without a word, somebody who was told « we are on it » asks what became of it. */
export const COMES_BACK_AFTER = 75 * MINUTE_MS

export const comeBack = (scene: Scene, id: string): void => {
  const person = personIn(scene, id)
  const now = stateOf(scene, id)
  if (!person || !now?.wait) return
  const { audience } = now.wait
  now.wait = null
  now.cameBack = true
  const text = lineFor(scene, person, 'comes-back')
  if (text === null) return
  speak(scene, person, { text, audience, owed: true, because: { situation: 'comes-back' } })
  sway(scene, id, -8)
  if (audience === 'public') beHeard(scene, person, -0.2)
}
