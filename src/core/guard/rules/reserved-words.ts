import type { Fix } from '../finding.ts'
import { edit } from '../fixes.ts'
import type { GuardCharter } from '../guard-charter.ts'
import { toOriginal } from '../reading/fold.ts'
import { findListed } from '../reading/listed.ts'
import { onceForEach } from '../reading/once.ts'
import type { Rule } from '../rule.ts'

const wordsOf = onceForEach((charter: GuardCharter) => charter.reservedWords.map(({ words }) => words))

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

/** What the charter says instead, with the capital of what it replaces. */
const fixesFor = (said: string, start: number, end: number, instead: string): Fix[] => {
  if (instead === '') return []
  const text =
    said !== said.toLowerCase() && said.slice(0, 1) !== said.slice(0, 1).toLowerCase() ? capital(instead) : instead
  return [edit('say-what-the-charter-says', start, end, text)]
}

/** Words that the brand does not use, by its charter (H1, A4). */
export const reservedWords: Rule = {
  code: 'H1',
  doctrine: 'H1',
  sentence: 'Keep to the words of the charter.',
  appliesTo: ({ charter }) => (charter?.reservedWords.length ?? 0) > 0,
  find: (draft) => {
    const { charter } = draft.input
    if (charter === undefined) return []
    return findListed(draft.folded, wordsOf(charter)).flatMap(({ start, end, place }) => {
      const word = charter.reservedWords[place]
      if (word === undefined) return []
      const at = toOriginal(draft, start, end)
      const instead = word.instead ?? ''
      return [
        {
          code: 'reserved-word',
          params: { words: word.words, instead },
          severity: word.severity,
          ...at,
          fixes: fixesFor(draft.text.slice(at.start, at.end), at.start, at.end, instead),
        } as const,
      ]
    })
  },
}
