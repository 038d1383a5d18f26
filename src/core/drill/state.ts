import type { Audience } from '#core/mention.ts'
import { type Instant, MINUTE_MS } from '#core/time.ts'
import type { Minute, Scenario, ScenarioPerson } from './scenario.ts'
import type { SpeechAct } from './speech-act.ts'

/** Somebody has said something and hears nothing; `times` counts how often they have asked again. */
export type Wait = {
  since: Instant
  times: number
  messageId: string
  audience: Audience
  /** An answer is owed (A1). Not to somebody who was told « tomorrow », and comes back if nothing follows. */
  owed: boolean
  late: boolean
}

/** Somebody of the crowd, as they are now. */
export type PersonState = {
  /** What they think of the brand, -100 to 100. */
  opinion: number
  spoken: number
  /** The brand's answers to them, all in all and in public. */
  answers: number
  publicAnswers: number
  /** What they wrote since the brand's last answer. */
  incoming: string
  wait: Wait | null
  settled: boolean
  /** Told by the brand, and before they had written anything (C2). */
  contacted: boolean
  forestalled: boolean
  /** They came back once for a word that was not kept. */
  cameBack: boolean
  /** How often they heard each thing: it counts less each time. */
  heard: Partial<Record<SpeechAct, number>>
  /** Their last message in public and in private. */
  last: { public: string | null; private: string | null }
  /** Their last lines: nobody repeats themselves. */
  said: string[]
}

/** Something that will happen. */
export type Plan = { at: Instant } & (
  | {
      kind: 'say'
      person: string
      situation: string
      audience: Audience
      owed: boolean
      tone: number
      picture: string | null
    }
  /** What was said turns out not to be so. */
  | {
      kind: 'found'
      person: string
      text: string | null
      trap: string | null
      act: string
      quote: string
      facts: string[]
    }
  | { kind: 'inside'; department: string; answer: string | null; act: string }
  | { kind: 'call-over'; inject: string; person: string }
  | { kind: 'reader-late'; draft: string }
)

/** The whole of a drill between two steps: plain data, to be kept as it is and handed back. */
export type DrillState = {
  version: 1
  id: string
  scenario: string
  seed: string
  startedAt: Instant
  /** Everything up to here has happened. */
  now: Instant
  over: boolean
  /** Happenings, messages and passers-by so far. */
  seq: number
  messages: number
  passersBy: number
  /** Minutes ticked so far. */
  ticked: number
  /** How much the buzz burns, and how far honest words hold it, 0 to 1. */
  heat: number
  reassured: number
  mood: number
  people: Record<string, PersonState>
  /** Facts that became true or known, and when. */
  factsTrue: Record<string, Instant>
  factsKnown: Record<string, Instant>
  /** Injects that happened, or were passed over as their conditions did not hold. */
  injected: Record<string, Instant>
  passedOver: string[]
  /** The message of an inject. */
  messageOf: Record<string, string>
  met: Record<string, Instant>
  missed: string[]
  sprung: Record<string, Instant>
  calls: Record<string, { person: string; answerBy: Instant }>
  drafts: Record<string, { person: string | null; since: Instant; held: boolean; late: boolean }>
  plans: Plan[]
  /** Kinds of acts that were done, and acts taken in. */
  done: string[]
  taken: string[]
  /** Who is taken charge of; `*` is the whole incident. */
  charge: string[]
  asked: string[]
  /** What the brand wrote lately. */
  told: { to: string; text: string }[]
  statements: number
  /** Voices that were heard already, and passers-by who were answered. */
  voices: number[]
  answeredPassersBy: string[]
}

const quiet = (person: ScenarioPerson): PersonState => ({
  opinion: person.opinion,
  spoken: 0,
  answers: 0,
  publicAnswers: 0,
  incoming: '',
  wait: null,
  settled: false,
  contacted: false,
  forestalled: false,
  cameBack: false,
  heard: {},
  last: { public: null, private: null },
  said: [],
})

export type DrillBeginning = {
  /** Of the drill: messages are named after it. */
  readonly id: string
  /** The same seed and the same acts are the same drill. */
  readonly seed: string
  readonly startedAt: Instant
}

/** A drill before its first minute. */
export const beginDrill = (scenario: Scenario, { id, seed, startedAt }: DrillBeginning): DrillState => ({
  version: 1,
  id,
  scenario: scenario.id,
  seed,
  startedAt,
  now: startedAt,
  over: false,
  seq: 0,
  messages: 0,
  passersBy: 0,
  ticked: -1,
  heat: 0,
  reassured: 0,
  mood: scenario.crowd.mood,
  people: Object.fromEntries(scenario.people.map((person) => [person.id, quiet(person)])),
  factsTrue: {},
  factsKnown: {},
  injected: {},
  passedOver: [],
  messageOf: {},
  met: {},
  missed: [],
  sprung: {},
  calls: {},
  drafts: {},
  plans: [],
  done: [],
  taken: [],
  charge: [],
  asked: [],
  told: [],
  statements: 0,
  voices: [],
  answeredPassersBy: [],
})

export const minuteAt = (startedAt: Instant, minute: Minute): Instant => startedAt + minute * MINUTE_MS
/** When the drill ends by itself. */
export const endOf = (scenario: Scenario, state: DrillState): Instant => minuteAt(state.startedAt, scenario.lasts)
