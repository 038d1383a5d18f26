import { fold } from '#core/guard/reading/fold.ts'
import { findListed } from '#core/guard/reading/listed.ts'

/** Where a rule sends a case: to whoever knows a skill, to the people of a department, or to one person. */
export type Target =
  | { readonly kind: 'skill'; readonly skill: string }
  | { readonly kind: 'department'; readonly departmentId: string; readonly name: string }
  | { readonly kind: 'member'; readonly memberId: string }

/** « A case that touches these words, on this network or account, in this language »: every condition that is set must hold. */
export type RoutingRule = {
  readonly words: readonly string[]
  readonly connector: string | null
  readonly accountId: string | null
  readonly language: string | null
  readonly to: Target
}

export type Told = {
  /** What the customer wrote since the brand last answered. */
  readonly text: string
  readonly language: string | null
  readonly connector: string
  readonly accountId: string
}

/** The rule that a case falls under, and the word that it touched where the rule names words. */
export type Touched = { readonly rule: RoutingRule; readonly word: string | null }

const isSet = ({ words, connector, accountId, language }: RoutingRule): boolean =>
  words.length > 0 || connector !== null || accountId !== null || language !== null

const holds = (wanted: string | null, is: string | null): boolean => wanted === null || wanted === is

/** The first rule, in the brand's own order, whose conditions all hold; one without any condition sends nothing anywhere (T1, T3). */
export const findRule = (rules: readonly RoutingRule[], told: Told): Touched | null => {
  const { folded } = fold(told.text)
  for (const rule of rules) {
    if (!isSet(rule) || !holds(rule.connector, told.connector) || !holds(rule.accountId, told.accountId)) continue
    if (!holds(rule.language, told.language)) continue
    if (rule.words.length === 0) return { rule, word: null }
    const [first] = findListed(folded, rule.words)
    if (first !== undefined) return { rule, word: rule.words[first.place] ?? null }
  }
  return null
}
