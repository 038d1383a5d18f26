import type { ExplanationCode, Finding, RuleCode } from './finding.ts'
import { keptFor } from './rule-codes.ts'

/** A finding that a writer holds to be wrong, of these very words, and why. */
export type Contested = {
  readonly rule: RuleCode
  readonly code: ExplanationCode
  readonly words: string
  readonly reason: string
}

/** What both sides signed as never published is not for one second reader to publish. */
const isSigned = (finding: Finding): boolean =>
  finding.code === 'reserved-word' || (finding.code === 'slippery-ground' && finding.params.ground === 'reserved')

/** Whether a second person may let go what a writer contests: never what protects a person, the law or the account (G1, G2, G4, G5, D2x). */
export const mayBeRead = (finding: Finding): boolean =>
  finding.severity !== 'block' ||
  (keptFor(finding.rule) === null && finding.code !== 'guard-failed' && !isSigned(finding))

const isAbout = (text: string, finding: Finding, { rule, code, words }: Contested): boolean =>
  finding.rule === rule && finding.code === code && text.slice(finding.start, finding.end) === words

/**
 * A contest holds for the very words that it is about. It lets nothing go by itself: what kept the words in makes them wait for a second
 * person, who sees why (V1); what could not go before such a person stays in, and the contest is only known.
 */
export const withContests = (text: string, findings: readonly Finding[], contested: readonly Contested[]): Finding[] =>
  findings.map((finding) => {
    const contest = contested.find((one) => isAbout(text, finding, one))
    if (contest === undefined) return finding
    const severity = finding.severity === 'block' && mayBeRead(finding) ? 'approve' : finding.severity
    return { ...finding, severity, contested: { words: contest.words, reason: contest.reason } }
  })
