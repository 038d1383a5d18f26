import { touchedSubjects } from '#core/approval/touched-subjects.ts'
import type { Finding, RuleCode } from '#core/guard/finding.ts'
import type { Charter } from './charter.ts'
import type { Article, Clause, Names } from './clause.ts'
import { clausesOf } from './clauses.ts'
import { folded, holdsWords } from './same-words.ts'

/** Articles whose clauses share a rule: only the words of the sentence tell which of them it touches. */
const SHARED: ReadonlySet<Article> = new Set(['subjects', 'words', 'sensitive', 'others'])

const idsOf = (charter: Charter, text: string, rules: ReadonlySet<RuleCode>): ReadonlySet<string> => {
  const holdsAny = (list: readonly string[]) => list.some((one) => holdsWords(text, one))
  const when = (rule: RuleCode, ids: readonly string[]) => (rules.has(rule) ? ids : [])
  return new Set([
    ...touchedSubjects(charter.sensitiveSubjects, [text]).map(({ name }) => `sensitive:${folded(name)}`),
    ...when('G9', [
      ...charter.reservedSubjects.filter(({ words }) => holdsAny(words)).map(({ name }) => `subject:${folded(name)}`),
      ...(holdsAny(charter.competitors) ? ['competitors'] : []),
    ]),
    ...when(
      'H1',
      charter.reservedWords.filter(({ words }) => holdsWords(text, words)).map(({ words }) => `word:${folded(words)}`),
    ),
    ...when('G5', holdsAny(charter.otherBrands) ? ['other-brands'] : []),
    ...when('link', ['own-hosts']),
  ])
}

/** The clauses that a sentence touches: those that a finding speaks for, and the subjects that several people would read (H1). */
export const touchedClauses = (
  charter: Charter,
  names: Names,
  text: string,
  findings: readonly Pick<Finding, 'rule'>[],
): readonly Clause[] => {
  const rules = new Set(findings.map(({ rule }) => rule))
  const ids = idsOf(charter, text, rules)
  return clausesOf(charter, names).filter(
    (clause) => ids.has(clause.id) || (!SHARED.has(clause.article) && clause.rules.some((rule) => rules.has(rule))),
  )
}
