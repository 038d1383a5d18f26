import {
  apologises,
  asksForPersonalData,
  blames,
  claimsDone,
  isCanned,
  isRude,
  languageOf,
  offersGesture,
  offersPrivateWay,
  saysSomething,
  thanks,
} from '#core/crowd/hear.ts'
import type { Situation } from '#core/crowd/situation.ts'
import type { Audience } from '#core/mention.ts'
import type { Kind } from './opening.ts'
import type { Townsperson } from './person.ts'

/** What somebody knows when the brand answers them. */
export interface Answered {
  person: Townsperson
  kind: Kind
  audience: Audience
  text: string
  /** The brand's answers in this exchange, this one included. */
  answers: number
  /** What it wrote to other people lately. */
  toldToOthers: readonly string[]
  /** A number in [0, 1) for each question that chance decides. */
  roll(question: string): number
}

export interface Reaction {
  situation: Situation | 'silence'
  /** They wait for more, have what they want, or go on in private. */
  next: 'waits' | 'settled' | 'moved'
  /** Written in private besides. */
  inPrivate?: Situation
  /** Said in public a while later. */
  afterwards?: Situation
}

const PATIENCE_ENDS = 6

const waits = (situation: Situation): Reaction => ({ situation, next: 'waits' })
const settled = (situation: Situation | 'silence'): Reaction => ({ situation, next: 'settled' })

/** What hurts, whoever says it and wherever: it is answered before anything else. */
const findOffence = ({ person, text, audience, kind, answers, toldToOthers, roll }: Answered): Reaction | null => {
  const language = languageOf(text)
  if (language !== null && language !== person.language) return waits('wrong-language')
  if (isRude(text)) return waits('insulted')
  if (blames(text)) return waits('blamed')
  if (audience === 'public' && asksForPersonalData(text)) {
    return waits(person.trusting && roll('gives') < 0.75 ? 'data-given' : 'data-refused')
  }
  if (isCanned(text, toldToOthers)) return waits('canned')
  // Nothing can have been refunded or delivered before anybody has looked: the first answer cannot know.
  if (kind === 'dispute' && answers === 1 && claimsDone(text)) return waits('false-claim')
  return null
}

const afterDispute = ({ person, text, answers, roll }: Answered): Reaction => {
  if (offersPrivateWay(text)) {
    if (person.refusesPrivate) return waits('private-refused')
    return {
      situation: roll('says-so') < 0.6 ? 'private-accepted' : 'silence',
      next: 'moved',
      inPrivate: 'private-opening',
    }
  }
  if (offersGesture(text)) return waits('gesture')
  if (claimsDone(text)) return roll('believes') < 0.7 ? settled('settled') : waits('false-claim')
  if (answers >= 3 && saysSomething(text)) return settled('settled')
  return apologises(text) || (saysSomething(text) && answers > 1) ? waits('calmed') : waits('vague')
}

const afterQuestion = ({ text, answers, roll }: Answered): Reaction => {
  if (!saysSomething(text)) return waits('vague')
  return answers === 1 && roll('one-more') < 0.35 ? waits('asks-further') : settled('thanked')
}

const afterTease = ({ answers, roll }: Answered): Reaction =>
  roll('deflates') < 0.6 || answers > 2 ? settled('troll-deflates') : waits('troll-again')

const afterPress = ({ text, answers }: Answered): Reaction =>
  offersPrivateWay(text) || answers > 2 ? settled('press-thanks') : waits('press-insists')

const inPublic = (answered: Answered): Reaction => {
  switch (answered.kind) {
    case 'dispute':
      return afterDispute(answered)
    case 'question':
      return afterQuestion(answered)
    case 'troll':
      return afterTease(answered)
    case 'press':
      return afterPress(answered)
    default:
      return thanks(answered.text) || answered.roll('smiles') < 0.5 ? settled('pleased') : settled('silence')
  }
}

const inPrivate = (answered: Answered): Reaction => {
  const { text, answers, kind, roll } = answered
  if (asksForPersonalData(text)) return waits('private-data-given')
  if (kind === 'question') return settled('private-settled')
  const done = claimsDone(text) || answers >= 3
  if (!done) return waits('private-explains')
  return { ...settled('private-settled'), ...(roll('tells') < 0.4 ? { afterwards: 'thanks-in-public' as const } : {}) }
}

/** How somebody takes an answer: on its words alone, and on who they are. */
export const decideReaction = (answered: Answered): Reaction => {
  const offence = findOffence(answered)
  if (offence && answered.answers < PATIENCE_ENDS) return offence
  if (answered.answers >= PATIENCE_ENDS) return settled('silence')
  return answered.audience === 'private' ? inPrivate(answered) : inPublic(answered)
}
