import { onceForEach } from './once.ts'
import { findAll, type Match, type WordList } from './pattern.ts'

/** Each list goes over a draft once, whatever the number of sentences and rules that ask. */
const marksFor = onceForEach((_folded: string) => new Map<WordList, readonly Match[]>())

export const marksOf = (source: { readonly folded: string }, list: WordList): readonly Match[] => {
  const known = marksFor(source.folded)
  const before = known.get(list)
  if (before !== undefined) return before
  const found = findAll(list, source.folded)
  known.set(list, found)
  return found
}

/** What stands whole between two places. */
export const findIn = (
  source: { readonly folded: string },
  list: WordList,
  from: number,
  to: number,
): readonly Match[] => marksOf(source, list).filter((m) => m.start >= from && m.end <= to)

export const hasIn = (source: { readonly folded: string }, list: WordList, from: number, to: number): boolean =>
  marksOf(source, list).some((m) => m.start >= from && m.end <= to)
