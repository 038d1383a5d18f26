import { checkAgainst, checkDraft } from './check-draft.ts'
import type { Finding, RuleCode } from './finding.ts'
import type { GuardInput } from './guard-input.ts'
import type { Rule } from './rule.ts'

/** A public first answer of Fleurs du Port to a customer whose order is lost: the case that the guard's tests start from. */
export const draftExample = (text: string, more: Partial<GuardInput> = {}): GuardInput => ({
  text,
  audience: 'public',
  incoming: 'ma commande est perdue, toujours rien reçu',
  isFirstAnswer: true,
  facts: [],
  settled: false,
  privateWays: [],
  customer: {},
  brand: { name: 'Fleurs du Port', account: '@fleursduport', city: 'Nantes' },
  recentReplies: [],
  ...more,
})

export const findingsOf = (rule: RuleCode, text: string, more: Partial<GuardInput> = {}): Finding[] =>
  checkDraft(draftExample(text, more)).filter((finding) => finding.rule === rule)

/** What one rule finds by itself, before the learned reading has its say. */
export const foundBy = (rule: Rule, text: string, more: Partial<GuardInput> = {}): Finding[] =>
  checkAgainst([rule], draftExample(text, more))
