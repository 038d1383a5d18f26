import type { RuleCode, Severity } from './finding.ts'

/** A word or a turn of phrase that the brand does not use, and what it says instead. */
export type ReservedWord = { readonly words: string; readonly instead?: string; readonly severity: Severity }

/** A subject on which nobody speaks alone, or at all, known by the words that betray it (G9). */
export type ReservedSubject = { readonly name: string; readonly words: readonly string[]; readonly severity: Severity }

/** What the charter settles for the guard (H1); a brand without a charter has the defaults below. */
export type GuardCharter = {
  readonly reservedWords: readonly ReservedWord[]
  readonly reservedSubjects: readonly ReservedSubject[]
  /** How replies are signed: the guard wants a first name or initials at the end of public and private answers (A4). */
  readonly signature: 'none' | 'required'
  /** Those whom the brand does not judge in public (G9). */
  readonly competitors: readonly string[]
  /** Names of the other brands of the same desk and of theirs, which are never one's own (G5). */
  readonly otherBrands: readonly string[]
  /** Hosts that replies may link to besides none: `example.com` covers its sub-domains. Empty: links are not judged. */
  readonly ownHosts: readonly string[]
  /** In cents of the brand's money; null: no gesture at all. `perYearCents` is for one customer over twelve months (G8). */
  readonly goodwill: { readonly capCents: number | null; readonly perYearCents: number | null }
  /** Rules that a manager has switched off for the brand, after a fresh sign-in; those that `keptFor` names are read all the same. */
  readonly rulesOff: readonly RuleCode[]
}

export const NO_CHARTER: GuardCharter = {
  reservedWords: [],
  reservedSubjects: [],
  signature: 'none',
  competitors: [],
  otherBrands: [],
  ownHosts: [],
  goodwill: { capCents: null, perYearCents: null },
  rulesOff: [],
}
