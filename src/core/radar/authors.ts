/** So many of the smallest hashes tell how many authors there are. */
const KEPT = 64
const ALL = 2 ** 32

/** Whether this author is known to have spoken; among very many, only those whose number is small are remembered. */
export const hasSpoken = (authors: readonly number[], author: number): boolean => authors.includes(author)

/** One more author among the smallest, in order. */
export function addAuthor(authors: readonly number[], author: number): readonly number[] {
  if (authors.includes(author)) return authors
  const last = authors.at(-1)
  if (authors.length >= KEPT && last !== undefined && author > last) return authors
  return [...authors, author].toSorted((a, b) => a - b).slice(0, KEPT)
}

/** How many different people spoke: counted while they are few, reckoned from how dense their numbers lie when they are many. */
export function countAuthors(authors: readonly number[]): number {
  const last = authors.at(-1)
  if (authors.length < KEPT || last === undefined || last === 0) return authors.length
  return Math.round(((KEPT - 1) * ALL) / last)
}
