import { standingFacts } from '../claims/proof.ts'
import type { GuardInput, Language } from '../guard-input.ts'
import { type Contact, findContacts } from './contact.ts'
import { type Folded, fold } from './fold.ts'
import { type Incoming, readIncoming } from './incoming.ts'
import { languageOf, saysTu } from './language.ts'
import { findPrivateWays, type PrivateWayNamed } from './private-way.ts'
import { type Clause, type Sentence, segment } from './segment.ts'

/** The draft as every rule reads it: folded once, cut once. */
export type PreparedDraft = Folded & {
  readonly input: GuardInput
  readonly sentences: readonly Sentence[]
  readonly language: Language
  /** The draft says « tu ». */
  readonly tu: boolean
  readonly contacts: readonly Contact[]
  /** Invitations out of the public eye. */
  readonly privateWays: readonly PrivateWayNamed[]
  readonly incoming: Incoming
}

/** Reads a draft once for all rules. */
export const prepareDraft = (input: GuardInput): PreparedDraft => {
  const folded = fold(input.text)
  const incoming = readIncoming(input.incoming)
  const contacts = findContacts(folded.folded)
  return {
    ...folded,
    input: { ...input, facts: standingFacts(input.facts) },
    sentences: segment(folded.folded),
    language: languageOf(folded, incoming.language),
    tu: saysTu(folded.folded),
    contacts,
    privateWays: findPrivateWays(folded.folded, contacts),
    incoming,
  }
}

export const sentenceAt = (draft: PreparedDraft, at: number): Sentence | undefined =>
  draft.sentences.find((s) => at >= s.start && at < s.end)

export const clauseAt = (draft: PreparedDraft, at: number): Clause | undefined =>
  sentenceAt(draft, at)?.clauses.find((c) => at >= c.start && at < c.end)

const isBlank = (unit: number) => unit === 32 || unit === 10

/** A stretch without the blanks around it. */
export const trimmed = (folded: string, start: number, end: number): { start: number; end: number } => {
  let from = start
  let to = end
  while (from < to && isBlank(folded.charCodeAt(from))) from++
  while (to > from && isBlank(folded.charCodeAt(to - 1))) to--
  return { start: from, end: to }
}
