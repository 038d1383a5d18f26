import type { Found } from '../finding.ts'
import type { GuardCharter } from '../guard-charter.ts'
import { toOriginal } from '../reading/fold.ts'
import { findListed } from '../reading/listed.ts'
import { onceForEach } from '../reading/once.ts'
import type { PreparedDraft } from '../reading/prepare.ts'
import type { Rule } from '../rule.ts'

const subjectsOf = onceForEach(({ reservedSubjects }: GuardCharter) => ({
  words: reservedSubjects.flatMap(({ words }) => words),
  subjects: reservedSubjects.flatMap((subject) => subject.words.map(() => subject)),
}))

/** Each subject once, where it first shows. */
const findSubjects = (draft: PreparedDraft, charter: GuardCharter): Found[] => {
  const { words, subjects } = subjectsOf(charter)
  const seen = new Set<string>()
  return findListed(draft.folded, words).flatMap(({ start, end, place }): Found[] => {
    const subject = subjects[place]
    if (subject === undefined || seen.has(subject.name)) return []
    seen.add(subject.name)
    return [
      {
        code: 'slippery-ground',
        params: { ground: 'reserved', name: subject.name },
        severity: subject.severity,
        ...toOriginal(draft, start, end),
        fixes: [],
      },
    ]
  })
}

/** A competitor that is named is about to be judged: somebody else reads it first. */
const findCompetitors = (draft: PreparedDraft, { competitors }: GuardCharter): Found[] =>
  findListed(draft.folded, competitors).map(({ start, end, place }) => ({
    code: 'slippery-ground',
    params: { ground: 'competitor', name: competitors[place] ?? '' },
    severity: 'approve',
    ...toOriginal(draft, start, end),
    fixes: [],
  }))

/** What nobody, or nobody alone, talks about, by the charter (G9, H1). */
export const reservedSubjects: Rule = {
  code: 'G9',
  doctrine: 'G9',
  sentence: 'Keep off the subjects that the charter reserves.',
  appliesTo: ({ charter }) => charter !== undefined,
  find: (draft) => {
    const { charter } = draft.input
    return charter === undefined ? [] : [...findSubjects(draft, charter), ...findCompetitors(draft, charter)]
  },
}
