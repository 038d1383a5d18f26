import type { RuleCode } from '#core/guard/finding.ts'
import type { Language } from '#core/guard/guard-input.ts'

/** The articles of the agreement, in the order in which it is read. */
export const ARTICLES = [
  'mission',
  'hours',
  'networks',
  'autonomy',
  'sensitive',
  'waiting',
  'subjects',
  'words',
  'voice',
  'gestures',
  'others',
  'always',
  'moderation',
  'retention',
] as const
export type Article = (typeof ARTICLES)[number]

/** Who sees to it besides the guard: the clock of promises, the second reader, the desk by what it cannot do, or people's own care. */
export type Keeper = 'guard' | 'clock' | 'approval' | 'desk' | 'people'

/** One sentence of the agreement, what it is known by, and who enforces it (H1). */
export type Clause = {
  /** Stable from one version to the next, so that the two can be compared: `network:…`, `word:gratuit`. */
  readonly id: string
  readonly article: Article
  readonly sentence: Readonly<Record<Language, string>>
  readonly keeper: Keeper
  /** The guard's rules that enforce it; empty unless the guard is the keeper. */
  readonly rules: readonly RuleCode[]
}

/** The names that only the desk knows: of networks and of accounts, by their ids. */
export type Names = {
  readonly network: (connector: string) => string
  readonly account: (accountId: string) => string
}
