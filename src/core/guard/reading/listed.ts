import { fold } from './fold.ts'

/** Where words of a list stand, and which of them. */
export type Listed = { readonly start: number; readonly end: number; readonly place: number }

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** A plural after any word: « bon d'achat » is found in « bons d'achat », « arc-en-ciel » in « arcs-en-ciel ». */
const PLURAL = '(?:es|[sx])?'

const inAnyNumber = (sought: string): string =>
  escaped(sought).replace(/ /g, `${PLURAL}\\s+`).replace(/-/g, `${PLURAL}-`) + PLURAL

/** Whole words, in any number: « tulipe » is found in « tulipes », and not in « tulipier ». */
const patternOf = (list: readonly string[]): RegExp | null => {
  const known = list
    .map((words, place) => ({ place, sought: fold(words).folded.trim().replace(/\s+/g, ' ') }))
    .filter(({ sought }) => sought !== '')
    // The longest first: « bon d'achat » before « bon ».
    .sort((a, b) => b.sought.length - a.sought.length)
  if (known.length === 0) return null
  const one = ({ place, sought }: (typeof known)[number]) => `(?<w${place}>${inAnyNumber(sought)})`
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${known.map(one).join('|')})(?![\\p{L}\\p{N}])`, 'gu')
}

const patterns = new WeakMap<readonly string[], RegExp | null>()

/** Every place of a folded text where words that a brand chose stand: the one reading of them in the guard, in validation and in the
 * charter. The list is read once, however often one types. */
export const findListed = (folded: string, list: readonly string[]): readonly Listed[] => {
  let pattern = patterns.get(list)
  if (pattern === undefined) {
    pattern = patternOf(list)
    patterns.set(list, pattern)
  }
  if (pattern === null) return []
  return [...folded.matchAll(pattern)].map((found) => {
    const [name = 'w0'] = Object.entries(found.groups ?? {}).find(([, words]) => words !== undefined) ?? []
    return { start: found.index, end: found.index + found[0].length, place: Number(name.slice(1)) }
  })
}

/** Whether words of the list stand in a folded text. */
export const saysAny = (folded: string, list: readonly string[]): boolean => findListed(folded, list).length > 0
