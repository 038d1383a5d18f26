import type { Found, RuleCode } from './finding.ts'
import type { GuardInput } from './guard-input.ts'
import type { PreparedDraft } from './reading/prepare.ts'

/** One rule of the trade. A trained model is a rule like any other: it reads the same prepared draft. */
export type Rule = {
  readonly code: RuleCode
  /** The rule of the trade that it serves, by its code in the glossary. */
  readonly doctrine: string
  /** What the rule wants, in one sentence. */
  readonly sentence: string
  readonly appliesTo: (input: GuardInput) => boolean
  readonly find: (draft: PreparedDraft) => readonly Found[]
}
