import { asksForPersonalData } from '#core/crowd/hear.ts'
import type { Audience } from '#core/mention.ts'
import type { DrillCode } from './codes.ts'
import type { Heard } from './judge-words.ts'
import type { ScenarioPerson } from './scenario.ts'
import type { SpeechAct } from './speech-act.ts'

/** What somebody knows when the brand answers them. */
export type Answered = {
  readonly person: ScenarioPerson
  readonly audience: Audience
  readonly text: string
  readonly heard: Heard
  /** The brand's answers to them, this one included. */
  readonly answers: number
  /** They write to the brand in private already. */
  readonly isInPrivate: boolean
  /** Their affair is settled in truth: the case file holds it. */
  readonly isSettled: boolean
  readonly roll: (question: string) => number
}

export type Reaction = {
  readonly situation: string | null
  /** They wait for more, rest for a while, have what they want, or go on in private. */
  readonly next: 'waits' | 'rests' | 'settled' | 'moved'
  /** How they say it: -2 with a screenshot, 0 evenly, 1 gladly. */
  readonly tone: number
}

const PATIENCE_ENDS = 6

const reaction = (situation: string | null, next: Reaction['next'], tone = 0): Reaction => ({ situation, next, tone })

/** What hurts, whoever says it and wherever: it is answered before anything else. */
const afterOffence = ({ person, audience, heard, roll }: Answered): Reaction | null => {
  const has = (code: DrillCode): boolean => heard.faults.some((fault) => fault.code === code)
  if (heard.wrongLanguage) return reaction('wrong-language', 'waits', -0.2)
  if (has('G3')) return reaction('insulted', 'waits', -1.2)
  if (has('G7')) return reaction('blamed', 'waits', -1.2)
  if (has('G1') && audience === 'public')
    return person.trusting && roll('gives') < 0.75
      ? reaction('data-given', 'waits')
      : reaction('data-refused', 'waits', -0.6)
  if (has('A4')) return reaction('canned', 'waits', -0.4)
  return null
}

const GIVES_SOMETHING: readonly SpeechAct[] = [
  'apologises',
  'owns-up',
  'takes-charge',
  'gives-date',
  'gives-advice',
  'disowns',
]
const gives = ({ heard }: Answered, more: readonly SpeechAct[] = []): boolean =>
  [...GIVES_SOMETHING, ...more].some((act) => heard.acts.has(act))

const wantsRepair = (answered: Answered): Reaction => {
  const { person, audience, heard, text, isSettled, isInPrivate } = answered
  const says = (act: SpeechAct): boolean => heard.acts.has(act)
  if (heard.untrue.length > 0) return reaction('believes', 'rests')
  if (isSettled && says('states-done'))
    return audience === 'private' ? reaction('private-settled', 'settled') : reaction('settled', 'settled', 0.8)
  if (says('offers-gesture') && !isSettled) return reaction('gesture', 'waits', -0.2)
  if (audience === 'private') {
    if (asksForPersonalData(text)) return reaction('private-data-given', 'waits')
    return says('takes-charge') || says('gives-date')
      ? reaction('private-explains', 'rests')
      : reaction('private-explains', 'waits')
  }
  if (heard.faults.some(({ code }) => code === 'P2') && !isInPrivate) return reaction('private-closed', 'waits', -0.3)
  if (says('invites-to-private') && !person.refusesPrivate)
    return isInPrivate ? reaction('calmed', 'rests', 0.1) : reaction('private-accepted', 'moved', 0.1)
  if (gives(answered)) return reaction('calmed', 'rests', 0.1)
  return says('invites-to-private') ? reaction('private-refused', 'waits', -0.4) : reaction('vague', 'waits', -0.3)
}

const wantsMore = (answered: Answered): Reaction => {
  const { person, heard, answers, roll } = answered
  switch (person.wants) {
    case 'answer':
      return heard.empty ? reaction('vague', 'waits', -0.2) : reaction('thanked', 'settled', 0.3)
    case 'hearing':
      return gives(answered, ['says-unknown'])
        ? reaction('heard-out', 'settled', 0.4)
        : reaction('not-heard', 'waits', -0.6)
    case 'story':
      return gives(answered, ['says-unknown', 'invites-to-private'])
        ? reaction('press-thanks', 'settled', 0.3)
        : reaction('press-insists', 'waits', -0.3)
    case 'attention':
      return roll('deflates') < 0.6 || answers > 2
        ? reaction('troll-deflates', 'settled')
        : reaction('troll-again', 'rests')
    default:
      return reaction('pleased', 'settled', 0.4)
  }
}

/** How somebody takes an answer: by its words, by what is true, and by who they are. */
export const decideReaction = (answered: Answered): Reaction => {
  if (answered.answers > PATIENCE_ENDS) return reaction(null, 'settled')
  return (
    afterOffence(answered) ??
    (answered.person.wants === 'repair' || answered.heard.untrue.length > 0
      ? wantsRepair(answered)
      : wantsMore(answered))
  )
}
