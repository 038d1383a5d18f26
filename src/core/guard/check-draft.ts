import { withContests } from './contest.ts'
import type { Finding, Found } from './finding.ts'
import type { GuardInput } from './guard-input.ts'
import { withoutConfirmed } from './may-say.ts'
import { type PreparedDraft, prepareDraft } from './reading/prepare.ts'
import type { Rule } from './rule.ts'
import { isSilenced } from './rule-codes.ts'
import { rules } from './rules.ts'

const failed = (text: string): Found => ({
  code: 'guard-failed',
  params: {},
  severity: 'block',
  start: 0,
  end: text.length,
  fixes: [],
})

const findOf = (rule: Rule, draft: PreparedDraft): readonly Found[] => {
  try {
    return rule.appliesTo(draft.input) ? rule.find(draft) : []
  } catch {
    // A broken rule must not let words through unread.
    return [failed(draft.text)]
  }
}

/** Checks a draft against the given rules: the same words in the same case always give the same findings, in reading order. */
export const checkAgainst = (list: readonly Rule[], input: GuardInput): Finding[] => {
  let draft: PreparedDraft
  try {
    draft = prepareDraft(input)
  } catch {
    return list.slice(0, 1).map((rule) => ({ rule: rule.code, ...failed(input.text) }))
  }
  const off = input.charter?.rulesOff ?? []
  const found = list
    .flatMap((rule) => findOf(rule, draft).map((one): Finding => ({ rule: rule.code, ...one })))
    .filter((finding) => !isSilenced(finding, off))
  return withContests(input.text, withoutConfirmed(input, found), input.contested ?? [])
    .map((finding, order) => ({ finding, order }))
    .sort((a, b) => a.finding.start - b.finding.start || a.order - b.order)
    .map(({ finding }) => finding)
}

/** Reads every word that is about to go out, before it goes out (all of G, P1, P2). */
export const checkDraft = (input: GuardInput): Finding[] => checkAgainst(rules, input)
