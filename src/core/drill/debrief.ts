import type { Instant } from '#core/time.ts'
import type { Act } from './act.ts'
import type { DrillCode } from './codes.ts'
import type { Happening, Moment, Pulse } from './happening.ts'
import type { Words } from './scenario.ts'

/** All that a drill leaves behind: what the desk did and what happened, in order. */
export type DrillLog = {
  readonly startedAt: Instant
  readonly endedAt: Instant
  readonly acts: readonly Act[]
  readonly happenings: readonly Happening[]
}

/** One rule of the trade in this drill. A null score: there was no occasion to keep it or to break it. */
export type CodeScore = {
  readonly code: DrillCode
  /** 0 to 100. */
  readonly score: number | null
  readonly weight: number
  readonly why: Words
  readonly instead: Words | null
  /** The gravest first; each can be replayed at its time. */
  readonly moments: readonly Moment[]
}

export type Debrief = {
  readonly scenario: string
  readonly title: Words
  readonly startedAt: Instant
  readonly endedAt: Instant
  /** 0 to 100. */
  readonly total: number
  /** What became of the buzz. */
  readonly outcome: 'calmed' | 'held' | 'grew'
  /** A few sentences, the first of which says it all. */
  readonly says: readonly Words[]
  readonly lesson: Words
  readonly codes: readonly CodeScore[]
  readonly curve: readonly Pulse[]
  readonly peak: { readonly at: Instant; readonly volume: number }
  /** What the guard kept in: nobody heard it, and it teaches all the same. */
  readonly stopped: readonly {
    readonly at: Instant
    readonly member: string | null
    readonly codes: readonly string[]
    readonly quote: string
  }[]
}

export type CodeComparison = {
  readonly code: DrillCode
  readonly now: number | null
  /** The drill before, and the best of all earlier ones. */
  readonly before: number | null
  readonly best: number | null
  readonly trend: 'better' | 'same' | 'worse' | 'new'
}

/** This drill beside earlier ones of the same scenario (M3). */
export type DrillComparison = {
  readonly earlier: number
  readonly total: { readonly now: number; readonly before: number | null; readonly best: number | null }
  readonly codes: readonly CodeComparison[]
  readonly says: readonly Words[]
}
