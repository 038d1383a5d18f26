import { beginningOf } from './beginning.ts'
import { hashOf, placeFor, sortsOf } from './places.ts'

const SORT = sortsOf(
  'echo',
  'echo and length',
  'echo and person',
  'echo and mood',
  'before echo',
  'long before echo',
  'after echo',
  'where echo',
)
/** Shorter words are in every sentence. */
const SHORTEST = 4
const MANY = 4
const LONG = 6

type Said = {
  readonly words: readonly string[]
  readonly persons: readonly number[]
  readonly moods: readonly number[]
}

/** The beginnings of the words of a message that may come back in its answer. */
export const beginningsOf = (words: readonly string[]): ReadonlySet<string> =>
  new Set(words.filter((word) => word.length >= SHORTEST).map(beginningOf))

/**
 * Which of the customer's own words come back in a sentence, and beside what: mockery takes them up to turn them round, care takes them up
 * to answer (G3).
 */
export const addEcho = (
  add: (place: number, value: number) => void,
  theirs: ReadonlySet<string>,
  { words, persons, moods }: Said,
): void => {
  const at = (i: number) => hashOf(words[i] ?? '')
  let echoes = 0
  words.forEach((word, i) => {
    if (word.length < SHORTEST || !theirs.has(beginningOf(word))) return
    echoes++
    add(placeFor(SORT['where echo'], Math.min(MANY, i)), 0.3)
    if (i > 0) add(placeFor(SORT['before echo'], at(i - 1)), 0.4)
    if (i > 1) add(placeFor(SORT['long before echo'], at(i - 2), at(i - 1)), 0.4)
    if (i + 1 < words.length) add(placeFor(SORT['after echo'], at(i + 1)), 0.4)
  })
  const many = Math.min(MANY, echoes)
  const some = Math.min(2, echoes)
  add(placeFor(SORT.echo, many), 0.5)
  add(placeFor(SORT['echo and length'], many, Math.min(LONG, words.length >> 2)), 0.5)
  for (const person of persons) add(placeFor(SORT['echo and person'], some, person), 0.4)
  for (const mood of moods) add(placeFor(SORT['echo and mood'], some, mood), 0.4)
}
