import { touchedSubjects } from '#core/approval/touched-subjects.ts'
import type { Finding } from '#core/guard/finding.ts'
import type { Charter } from './charter.ts'
import type { Clause, Names } from './clause.ts'
import { clausesOf } from './clauses.ts'
import { folded, holdsWords } from './same-words.ts'

const idsOf = (charter: Charter, text: string, findings: readonly Finding[]): ReadonlySet<string> =>
  new Set([
    ...touchedSubjects(charter.sensitiveSubjects, [text]).map(({ name }) => `sensitive:${folded(name)}`),
    ...(findings.some(({ rule }) => rule === 'G9')
      ? charter.reservedSubjects
          .filter(({ words }) => words.some((one) => holdsWords(text, one)))
          .map(({ name }) => `subject:${folded(name)}`)
      : []),
    ...(findings.some(({ rule }) => rule === 'H1')
      ? charter.reservedWords.filter(({ words }) => holdsWords(text, words)).map(({ words }) => `word:${folded(words)}`)
      : []),
  ])

/** The clauses that a sentence touches: those that a finding speaks for, and the subjects that several people would read (H1). */
export const touchedClauses = (
  charter: Charter,
  names: Names,
  text: string,
  findings: readonly Finding[],
): readonly Clause[] => {
  const ids = idsOf(charter, text, findings)
  const rules = new Set(findings.map(({ rule }) => rule))
  const listed = new Set(['subjects', 'words', 'sensitive'])
  return clausesOf(charter, names).filter(
    (clause) => ids.has(clause.id) || (!listed.has(clause.article) && clause.rules.some((rule) => rules.has(rule))),
  )
}
