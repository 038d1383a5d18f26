import { touchedSubjects } from '#core/approval/touched-subjects.ts'
import type { Finding, RuleCode } from '#core/guard/finding.ts'
import { fold } from '#core/guard/reading/fold.ts'
import { findListed } from '#core/guard/reading/listed.ts'
import type { Charter } from './charter.ts'
import type { Article, Clause, Names } from './clause.ts'
import { clausesOf } from './clauses.ts'
import { folded } from './same-words.ts'

/** Articles whose clauses share a rule: only the words of the sentence tell which of them it touches. */
const SHARED: ReadonlySet<Article> = new Set(['subjects', 'words', 'sensitive', 'others'])

const idsOf = (charter: Charter, text: string, rules: ReadonlySet<RuleCode>): ReadonlySet<string> => {
  const said = fold(text).folded
  /** Those of the list that the guard itself would find: of two that overlap, the longer. */
  const found = <T>(list: readonly T[], wordsOf: (one: T) => readonly string[]): T[] => {
    const owners = list.flatMap((one) => wordsOf(one).map(() => one))
    const places = new Set(findListed(said, list.flatMap(wordsOf)).map(({ place }) => owners[place]))
    return list.filter((one) => places.has(one))
  }
  const holdsAny = (list: readonly string[]) => found(list, (one) => [one]).length > 0
  const when = (rule: RuleCode, ids: readonly string[]) => (rules.has(rule) ? ids : [])
  return new Set([
    ...touchedSubjects(charter.sensitiveSubjects, [text]).map(({ name }) => `sensitive:${folded(name)}`),
    ...when('G9', [
      ...found(charter.reservedSubjects, ({ words }) => words).map(({ name }) => `subject:${folded(name)}`),
      ...(holdsAny(charter.competitors) ? ['competitors'] : []),
    ]),
    ...when(
      'H1',
      found(charter.reservedWords, ({ words }) => [words]).map(({ words }) => `word:${folded(words)}`),
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
