import { type Instant, MINUTE_MS } from '#core/time.ts'
import type { ClosingCriterion } from './closing.ts'
import type { PublicStory } from './public-story.ts'
import type { NoteStep } from './situation-note.ts'

/** What a crisis left behind in the desk: nothing in it was judged yet. */
export type ReportFacts = {
  readonly title: string
  readonly level: number
  readonly now: Instant
  /** The first message of the affair. */
  readonly firstAt: Instant | null
  readonly alert: { readonly raisedAt: Instant; readonly takenAt: Instant | null } | null
  readonly declaredAt: Instant
  readonly declaredBy: string
  readonly pilotTakenAt: Instant | null
  readonly closedAt: Instant | null
  readonly unmet: readonly ClosingCriterion[]
  readonly public: PublicStory
  readonly counts: {
    readonly mentions: number
    readonly people: number
    readonly cases: number
    readonly answered: number
    readonly owed: number
    /** Cases whose promise was broken at some time of the affair. */
    readonly broken: number
    readonly medianMs: number | null
  }
  readonly maySay: { readonly confirmed: number; readonly takenBack: number; readonly open: number }
  readonly contests: { readonly made: number; readonly upheld: number; readonly open: number }
  /** Replies that the guard held in. */
  readonly heldIn: number
  readonly handovers: readonly { readonly at: Instant; readonly takenAfterMs: number | null }[]
  readonly notes: readonly { readonly step: NoteStep; readonly dueAt: Instant; readonly sentAt: Instant | null }[]
  /** Times that an account was down or silent meanwhile. */
  readonly unheard: number
}

/** What is judged, in the order in which a crisis goes. */
export type Judged =
  | 'seen'
  | 'taken'
  | 'declared'
  | 'piloted'
  | 'first-word'
  | 'pace'
  | 'answered'
  | 'in-time'
  | 'truth'
  | 'open-questions'
  | 'contests'
  | 'lead'
  | 'notes'
  | 'heard'
  | 'closing'

/** The rule of the trade that each judgement applies. */
export const CODE_OF: Readonly<Record<Judged, string>> = {
  ...{ seen: 'L3', taken: 'L4', declared: 'C4', piloted: 'C1', 'first-word': 'C1', pace: 'C3', answered: 'A1' },
  ...{ 'in-time': 'A2', truth: 'G4', 'open-questions': 'C3', contests: 'V2', lead: 'T1', notes: 'C4', heard: 'L4' },
  closing: 'C3',
}

/** How long each step may take before it is a failure. */
export const LIMIT_MS = {
  ...{ seen: 10 * MINUTE_MS, taken: 5 * MINUTE_MS, declared: 30 * MINUTE_MS, piloted: 5 * MINUTE_MS },
  ...{ lead: 5 * MINUTE_MS, notes: 15 * MINUTE_MS },
} as const

export type Verdict = 'well' | 'failed' | 'unknown'

/** One judgement: the rule, the verdict, and the figures that it rests on. */
export type Judgement = {
  readonly on: Judged
  readonly code: string
  readonly verdict: Verdict
  readonly tookMs: number | null
  readonly limitMs: number | null
  /** So many of `of`; null where nothing is counted. */
  readonly count: number | null
  readonly of: number | null
}

const NOTHING = { tookMs: null, limitMs: null, count: null, of: null } as const

const judged = (on: Judged, verdict: Verdict, figures: Partial<Judgement> = {}): Judgement => ({
  ...{ on, code: CODE_OF[on], verdict },
  ...NOTHING,
  ...figures,
})

const within = (on: Judged, from: Instant | null, to: Instant | null, limitMs: number, isOver: boolean): Judgement => {
  if (from === null) return judged(on, 'unknown')
  if (to === null) return judged(on, isOver ? 'failed' : 'unknown', { limitMs })
  const tookMs = Math.max(0, to - from)
  return judged(on, tookMs <= limitMs ? 'well' : 'failed', { tookMs, limitMs })
}

const counted = (on: Judged, count: number, of: number): Judgement =>
  judged(on, count === of ? 'well' : 'failed', { count, of })

const judgeWords = ({ public: { updates, nextDueAt }, declaredAt, closedAt, now }: ReportFacts): Judgement[] => {
  const end = closedAt ?? now
  const [first, ...later] = updates
  const due = first?.dueAt ?? nextDueAt
  const firstWord =
    first === undefined && end < due
      ? judged('first-word', 'unknown', { limitMs: due - declaredAt })
      : within('first-word', declaredAt, first?.at ?? null, due - declaredAt, true)
  if (first === undefined) return [firstWord]
  // What was due before the end and never came is missing too.
  const missing = nextDueAt < end ? 1 : 0
  const of = later.length + missing
  const inTime = later.filter(({ at, dueAt }) => at <= dueAt).length
  return of === 0 ? [firstWord] : [firstWord, counted('pace', inTime, of)]
}

const judgeAnswers = ({ counts, closedAt }: ReportFacts): Judgement[] => {
  if (counts.cases === 0) return [judged('answered', 'unknown')]
  const answered = judged('answered', counts.owed === 0 ? 'well' : closedAt === null ? 'unknown' : 'failed', {
    ...{ count: counts.answered, of: counts.cases },
  })
  return [answered, counted('in-time', counts.cases - counts.broken, counts.cases)]
}

const judgeWhatWasSaid = ({ maySay, contests, closedAt }: ReportFacts): Judgement[] => [
  maySay.confirmed === 0
    ? judged('truth', 'unknown')
    : counted('truth', maySay.confirmed - maySay.takenBack, maySay.confirmed),
  ...(closedAt === null
    ? []
    : [judged('open-questions', maySay.open === 0 ? 'well' : 'failed', { count: maySay.open })]),
  ...(contests.made === 0 ? [] : [counted('contests', contests.made - contests.open, contests.made)]),
]

const judgeTeam = ({ handovers, notes, now }: ReportFacts): Judgement[] => {
  const soon = handovers.filter(({ takenAfterMs }) => takenAfterMs !== null && takenAfterMs <= LIMIT_MS.lead).length
  const owed = notes.filter(({ dueAt }) => dueAt + LIMIT_MS.notes <= now)
  const sent = owed.filter(({ dueAt, sentAt }) => sentAt !== null && sentAt <= dueAt + LIMIT_MS.notes).length
  return [
    ...(handovers.length === 0 ? [] : [counted('lead', soon, handovers.length)]),
    ...(owed.length === 0 ? [] : [counted('notes', sent, owed.length)]),
  ]
}

/**
 * What went well and what failed, from what the desk recorded (C4, M1, M3): each judgement names its rule and its figures, and what the facts
 * do not tell is not judged.
 */
export const judgeCrisis = (facts: ReportFacts): readonly Judgement[] => {
  const { firstAt, alert, declaredAt, pilotTakenAt, closedAt, unmet, unheard } = facts
  const isOver = closedAt !== null
  return [
    within('seen', alert === null ? null : firstAt, alert?.raisedAt ?? null, LIMIT_MS.seen, true),
    within('taken', alert?.raisedAt ?? null, alert?.takenAt ?? null, LIMIT_MS.taken, isOver),
    within('declared', alert?.raisedAt ?? firstAt, declaredAt, LIMIT_MS.declared, true),
    within('piloted', declaredAt, pilotTakenAt, LIMIT_MS.piloted, isOver),
    ...judgeWords(facts),
    ...judgeAnswers(facts),
    ...judgeWhatWasSaid(facts),
    ...judgeTeam(facts),
    judged('heard', unheard === 0 ? 'well' : 'failed', { count: unheard }),
    ...(isOver ? [judged('closing', unmet.length === 0 ? 'well' : 'failed', { count: unmet.length })] : []),
  ]
}
