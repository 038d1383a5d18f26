import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS } from '#core/time.ts'
import type { Gravity } from './gravity.ts'

/** When the hierarchy is told how things stand, counted from the declaration (C4). */
export const NOTE_STEPS = ['half-hour', 'hour', 'two-hours', 'day'] as const
export type NoteStep = (typeof NOTE_STEPS)[number]

export const STEP_AFTER_MS: Readonly<Record<NoteStep, number>> = {
  'half-hour': 30 * MINUTE_MS,
  hour: HOUR_MS,
  'two-hours': 2 * HOUR_MS,
  day: DAY_MS,
}

export const noteDueAt = (step: NoteStep, declaredAt: Instant): Instant => declaredAt + STEP_AFTER_MS[step]

/** The notes whose hour has come and that nobody has drafted; what was closed before a note's hour owes it to nobody (C4). */
export const notesToDraft = (
  incident: { readonly declaredAt: Instant; readonly closedAt: Instant | null },
  drafted: readonly NoteStep[],
  now: Instant,
): readonly NoteStep[] =>
  NOTE_STEPS.filter((step) => {
    const due = noteDueAt(step, incident.declaredAt)
    return due <= now && !drafted.includes(step) && (incident.closedAt === null || incident.closedAt >= due)
  })

/** Where a figure or a sentence of a note comes from: always something that the desk keeps. */
export const SOURCES = ['mentions', 'gravity', 'may-say', 'log', 'public', 'roles', 'notes'] as const
export type Source = (typeof SOURCES)[number]

export type Counts = {
  /** Messages that belong to the affair, and from how many people. */
  readonly mentions: number
  readonly people: number
  /** Conversations: answered, waiting for an answer, and of these beyond what was promised. */
  readonly answered: number
  readonly owed: number
  readonly late: number
}

export type SaidLine = {
  readonly says: string
  readonly proof: string | null
  readonly by: string
  readonly at: Instant
}

/** All that a note may say: read from the desk at one moment, and kept beside the note (C3). */
export type SituationFacts = {
  readonly step: NoteStep
  readonly at: Instant
  readonly title: string
  readonly level: number
  readonly declaredAt: Instant
  readonly declaredBy: string
  readonly pilot: { readonly name: string; readonly takenAt: Instant | null } | null
  readonly roles: readonly { readonly role: string; readonly name: string; readonly department: string | null }[]
  readonly counts: Counts
  /** The counts of the note before, and when. */
  readonly before: { readonly at: Instant; readonly counts: Counts } | null
  readonly gravity: Gravity | null
  readonly maySay: {
    readonly confirmed: readonly SaidLine[]
    readonly unconfirmed: readonly SaidLine[]
    readonly forbidden: readonly SaidLine[]
  }
  /** What was decided, in the words of whoever wrote it down, the oldest first; and how many more there are. */
  readonly decisions: readonly { readonly at: Instant; readonly by: string | null; readonly words: string }[]
  readonly moreDecisions: number
  readonly publicClock: { readonly lastAt: Instant | null; readonly nextAt: Instant | null; readonly updates: number }
  readonly closedAt: Instant | null
}

/** One line of a note with what it rests on. */
export type NoteLine = { readonly text: string; readonly source: Source }
export type NoteSection = { readonly title: string; readonly lines: readonly NoteLine[] }

/** A note as it is first proposed: a person reads, corrects and sends it. */
export type Draft = { readonly subject: string; readonly sections: readonly NoteSection[]; readonly words: string }

export type NoteTongue = {
  subject(facts: SituationFacts): string
  sections(facts: SituationFacts): readonly NoteSection[]
  readonly sourcesTitle: string
  source(source: Source, facts: SituationFacts): string
}

/**
 * Drafts a note from the facts alone (C3, G4): each line names its source by a number, and what is not known is said to be unknown.
 */
export const draftNote = (facts: SituationFacts, tongue: NoteTongue): Draft => {
  const sections = tongue.sections(facts).filter(({ lines }) => lines.length > 0)
  const used = SOURCES.filter((source) => sections.some(({ lines }) => lines.some((line) => line.source === source)))
  const number = (source: Source): number => used.indexOf(source) + 1
  const subject = tongue.subject(facts)
  const words = [
    subject,
    ...sections.flatMap(({ title, lines }) => [
      '',
      title,
      ...lines.map(({ text, source }) => `- ${text} [${number(source)}]`),
    ]),
    '',
    tongue.sourcesTitle,
    ...used.map((source) => `[${number(source)}] ${tongue.source(source, facts)}`),
  ].join('\n')
  return { subject, sections, words }
}
