import type { Activity } from '#core/mention.ts'
import type { Instant } from '#core/time.ts'
import type { DrillCode } from './codes.ts'
import type { Words } from './scenario.ts'

/** Something that will be scored and can be replayed: what was said or left unsaid, when, by whom, to whom. */
export type Moment = {
  readonly at: Instant
  readonly code: DrillCode
  /** `kept` and `missed` are occasions, weighed against each other; a `fault` takes marks away. */
  readonly is: 'kept' | 'missed' | 'fault'
  /** 1 a slip, 2 a fault, 3 what ends in the papers; the same scale for what is well done. */
  readonly weight: number
  readonly member: string | null
  readonly person: string | null
  readonly act: string | null
  readonly messageId: string | null
  /** The very words. */
  readonly quote: string | null
  readonly why: Words
  readonly instead: Words | null
  /** The expectation or the trap of the scenario that it comes from. */
  readonly from: string | null
}

/** How things stand, once every five minutes. */
export type Pulse = {
  readonly at: Instant
  /** What the public thinks, -100 to 100. */
  readonly opinion: number
  /** Mentions in the last five minutes, everywhere. */
  readonly volume: number
  /** People who await an answer, and those who do beyond the promise. */
  readonly waiting: number
  readonly late: number
}

/** Why somebody speaks: an inject of the timetable, or a situation into which the desk has brought them. */
export type Because = { readonly inject: string } | { readonly situation: string }

/** What a step brings, in order; `seq` counts from 1 over the whole drill. To be kept: the debrief is made of them. */
export type Happening = {
  readonly seq: number
  readonly at: Instant
} /** For the desk's own intake, as a connector would hand it over. `person` is `author.externalId`; null: the brand itself. */ & (
  | {
      readonly kind: 'activity'
      readonly person: string | null
      readonly because: Because
      readonly activity: Activity
    }
  /** A word from inside the house: an answer to a question (`answers` is the act), or unasked. */
  | {
      readonly kind: 'inside'
      readonly department: string
      readonly says: Words
      readonly facts: readonly string[]
      readonly answers: string | null
      /** People whom a file names that comes with it. */
      readonly list?: readonly string[]
    }
  | { readonly kind: 'call'; readonly person: string; readonly says: Words; readonly answerBy: Instant }
  | {
      readonly kind: 'elsewhere'
      readonly person: string
      readonly where: Words
      readonly text: string
      readonly reach: number
    }
  /** A fact of the scenario becomes true (observers see it) or known to the desk (it may be recorded). */
  | { readonly kind: 'fact'; readonly fact: string; readonly is: 'true' | 'known' }
  | { readonly kind: 'moment'; readonly moment: Moment }
  | { readonly kind: 'pulse'; readonly pulse: Pulse }
  | { readonly kind: 'over' }
)
