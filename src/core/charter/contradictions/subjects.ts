import type { Charter } from '../charter.ts'
import type { Contradiction } from '../contradiction.ts'
import { folded } from '../same-words.ts'

type Subject = { readonly name: string; readonly words: readonly string[] }

const findInList = (list: readonly Subject[], article: 'sensitive' | 'subjects'): Contradiction[] =>
  list.flatMap(({ name, words }, at) => [
    ...(words.every((word) => folded(word) === '')
      ? [{ code: 'subject-without-words', article, params: { subject: name } } as const]
      : []),
    ...(list.slice(0, at).some((earlier) => folded(earlier.name) === folded(name))
      ? [{ code: 'subject-twice', article, params: { subject: name } } as const]
      : []),
  ])

/** A subject is nobody's or several people's, once, and known by some words (V1, G9). */
export const findSubjectContradictions = ({ sensitiveSubjects, reservedSubjects }: Charter): Contradiction[] => [
  ...findInList(sensitiveSubjects, 'sensitive'),
  ...findInList(reservedSubjects, 'subjects'),
  ...sensitiveSubjects
    .filter(({ name }) => reservedSubjects.some((reserved) => folded(reserved.name) === folded(name)))
    .map(
      ({ name }) =>
        ({ code: 'subject-reserved-and-sensitive', article: 'subjects', params: { subject: name } }) as const,
    ),
]
