import type { Door, Language, Temper } from '#core/crowd/temper.ts'
import type { ActKind } from './act.ts'
import type { DrillCode } from './codes.ts'
import type { SpeechAct } from './speech-act.ts'

/** The format of scenario files; a file of another is refused with a word on what to do. */
export const SCENARIO_FORMAT = 'vigie-drill/1'

/** Words for trainees and observers, in both languages of the desk. A file may give one string for both. */
export type Words = { readonly fr: string; readonly en: string }

/** Minutes of the scenario, from its beginning. */
export type Minute = number

export const ROLES = ['customer', 'journalist', 'impostor', 'activist', 'elected'] as const
export type Role = (typeof ROLES)[number]

/** What somebody is after: a repair of their own affair, an answer, to be thanked, to be heard, to publish, to tease. */
export const WANTS = ['repair', 'answer', 'thanks', 'hearing', 'story', 'attention'] as const
export type Want = (typeof WANTS)[number]

export type ScenarioPerson = {
  readonly id: string
  readonly name: string
  /** Without @. */
  readonly handle: string
  readonly language: Language
  readonly role: Role
  readonly temper: Temper
  readonly wants: Want
  readonly followers: number
  readonly door: Door
  /** What they think of the brand at the beginning, from -100 to 100. */
  readonly opinion: number
  /** French asks, to agree. */
  readonly she: boolean
  /** Will not be taken aside. */
  readonly refusesPrivate: boolean
  /** Gives their own number in public when asked for it, as people do. */
  readonly trusting: boolean
  /** What the brand's systems know of their affair: shown beside their case. */
  readonly file: Words | null
  /** Their own words where something happens to them; the town's are used otherwise. */
  readonly lines: Readonly<Record<string, readonly string[]>>
}

/** A line of the case file, or of the state of the crisis: when it becomes true, and when the desk is told (G4, C3). */
export type ScenarioFact = {
  readonly id: string
  readonly says: Words
  /** refund, delivery, replacement, resolution, owner, incident…: the kinds that the guard knows as proofs. */
  readonly kind: string
  readonly status: 'requested' | 'done' | 'cancelled'
  /** People whom it is about; null: everybody. */
  readonly about: readonly string[] | null
  /** Null: only once a department has done it, or never. */
  readonly trueAt: Minute | null
  /** Null: only when a department tells it. */
  readonly knownAt: Minute | null
}

export type DepartmentAnswer = {
  readonly id: string
  /** One of these words in the question calls for this answer; accents and case do not count. */
  readonly asked: readonly string[]
  /** Only for questions about one of these people. */
  readonly about: readonly string[] | null
  readonly after: Minute
  readonly says: Words
  /** Facts that the department makes true by its answer, and facts that it tells. What it makes, it tells. */
  readonly makes: readonly string[]
  readonly tells: readonly string[]
  /** People whom it names in a file that comes with it, with their references and addresses: to tell them first (C2). */
  readonly list: readonly string[]
}

/** A department that can be asked (T3), and what it answers to what. */
export type ScenarioDepartment = {
  readonly id: string
  readonly name: Words
  readonly answers: readonly DepartmentAnswer[]
  readonly otherwise: { readonly after: Minute; readonly says: Words }
}

/** What must be so for an inject to happen. Exactly one of the keys. */
export type Condition =
  /** The desk has done what is expected there by now; or has not. */
  | { readonly met: string }
  | { readonly missed: string }
  /** The desk has walked into this trap. */
  | { readonly sprung: string }
  /** This fact is true. */
  | { readonly fact: string }
  /** The desk has done something of this kind. */
  | { readonly done: ActKind }
  /** Mentions in five minutes are above this. */
  | { readonly above: number }

/** Something that happens on a timetable, if its conditions hold at its minute. */
export type InjectTime = {
  readonly id: string
  readonly at: Minute
  /** All of these hold; none of those does. */
  readonly when: readonly Condition[]
  readonly unless: readonly Condition[]
  /** How much it stirs the buzz (or calms it, below 0), from -50 to 100. */
  readonly stirs: number
}

export type MessageInject = {
  readonly kind: 'message'
  readonly by: string
  readonly text: string
  readonly audience: 'public' | 'private'
  /** Whether an answer is owed (A1): not to somebody who only comments. */
  readonly owed: boolean
  /** A message inject that it answers. */
  readonly under: string | null
  /** A picture in words: « capture du message supprimé ». */
  readonly picture: string | null
}
/** The brand's account speaks past the desk: an agency, a colleague, something scheduled. */
export type OwnInject = { readonly kind: 'own'; readonly who: Words; readonly text: string }
/** A colleague takes a customer's message down, or the brand's own, past the desk (D1). */
export type RemovalInject = { readonly kind: 'removal'; readonly of: string; readonly who: Words }
export type InsideInject = {
  readonly kind: 'inside'
  readonly from: string
  readonly says: Words
  readonly tells: readonly string[]
}
/** A call to the switchboard: answered by a word to that person, in time. */
export type CallInject = { readonly kind: 'call'; readonly by: string; readonly says: Words; readonly within: Minute }
/** Something published elsewhere: an article, a video, another network. */
export type ElsewhereInject = {
  readonly kind: 'elsewhere'
  readonly by: string
  readonly where: Words
  readonly text: string
  readonly reach: number
}
export type Inject = InjectTime &
  (MessageInject | OwnInject | RemovalInject | InsideInject | CallInject | ElsewhereInject)

/** Something that a good team does here, by when; it scores its code, and calms. */
export type Expectation = {
  readonly id: string
  readonly code: DrillCode
  readonly weight: number
  /** What is expected, and what to do instead of leaving it out. */
  readonly says: Words
  readonly instead: Words
  readonly does: ActKind
  /** From the beginning, or from the inject named by `after`, if that happens at all. */
  readonly after: string | null
  readonly by: Minute
  /** Half the marks until then. */
  readonly until: Minute
  /** To one of these people; null: to anybody. */
  readonly to: readonly string[] | null
  /** All of these, said in the same words. */
  readonly with: readonly SpeechAct[]
  /** One word or turn of each list must be said. */
  readonly saying: readonly (readonly string[])[]
  readonly calms: number
}

/** Something that must not be said here: false, premature or unfortunate. */
export type Trap = {
  readonly id: string
  readonly code: DrillCode
  readonly weight: number
  readonly says: Words
  readonly instead: Words
  /** One of these words or turns, not denied, springs it. */
  readonly saying: readonly string[]
  readonly in: 'public' | 'private' | 'anywhere'
  /** No fault once this fact is true. */
  readonly untilFact: string | null
  readonly stirs: number
  /** It is found out later, unless the fact has become true by then; it spreads with a screenshot. */
  readonly found: { readonly after: Minute; readonly by: string; readonly text: string } | null
}

export const MOODS = ['stirring', 'angry', 'doubting', 'calmed', 'kind'] as const
export type Mood = (typeof MOODS)[number]

/** What passers-by say while the buzz is in that mood. */
export type Voice = { readonly mood: Mood; readonly language: Language; readonly text: string }

export type Scenario = {
  readonly format: typeof SCENARIO_FORMAT
  readonly id: string
  readonly title: Words
  /** The case that it comes from. */
  readonly source: Words
  /** What trainees are told before they begin. */
  readonly briefing: Words
  /** What it teaches, told at the debrief. */
  readonly lesson: Words
  /** Codes it trains, with their weight in the total, 1 to 3. Others are scored when there is an occasion, and weigh 1. */
  readonly codes: Readonly<Partial<Record<DrillCode, number>>>
  readonly brand: {
    readonly name: string
    readonly handle: string
    readonly city: string | null
    readonly competitors: readonly string[]
    readonly trade: Words
  }
  /** When it plays, for show and for calendars: « samedi 08:10 ». */
  readonly begins: { readonly weekday: number; readonly time: string }
  readonly lasts: Minute
  /** How soon an answer is owed to the public (A2). */
  readonly promise: Minute
  /** How long a draft may wait for its reader before a holding answer is owed (V2). */
  readonly validation: Minute
  /** Words on which two people must have agreed before they go out (V1). */
  readonly sensitive: readonly string[]
  readonly crowd: {
    /** Mentions in five minutes on a usual day, and at the very most. */
    readonly usual: number
    readonly most: number
    /** What the public thinks at the beginning, -100 to 100. */
    readonly mood: number
    /** How easily it catches fire: 0.2 to 3, 1 as a rule. */
    readonly spreads: number
  }
  readonly people: readonly ScenarioPerson[]
  readonly facts: readonly ScenarioFact[]
  readonly departments: readonly ScenarioDepartment[]
  readonly injects: readonly Inject[]
  readonly expects: readonly Expectation[]
  readonly traps: readonly Trap[]
  readonly voices: readonly Voice[]
}
