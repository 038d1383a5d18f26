import { fold } from '#core/guard/reading/fold.ts'
import type { Topic } from '#core/triage/labels.ts'
import { findTooWide, type Matching, NOTHING_MATCHES } from './matching.ts'

export type Said = { readonly text: string; readonly topic: Topic | null }

const TOPIC_SHARE = 0.3
const TOPIC_LIFT = 1.5
const WORD_SHARE = 0.2
const WORD_LIFT = 4
const SHORTEST = 4
const MOST_WORDS = 3
/** Of fewer messages nothing is known: neither what is usual, nor what stands out. */
const FEWEST = 20
/** So many times the usual, hardly anything else is written meanwhile. */
const FLOOD_TIMES = 10

const sharesOf = <T>(said: readonly Said[], read: (one: Said) => Iterable<T>): ReadonlyMap<T, number> => {
  const counts = new Map<T, number>()
  for (const one of said) for (const found of new Set(read(one))) counts.set(found, (counts.get(found) ?? 0) + 1)
  return new Map([...counts].map(([found, n]) => [found, n / said.length]))
}

const topicOf = ({ topic }: Said): Topic[] => (topic === null || topic === 'other' ? [] : [topic])
const wordsOf = ({ text }: Said): string[] =>
  (fold(text).folded.match(/\p{L}+/gu) ?? []).filter((word) => word.length >= SHORTEST)

/**
 * What a surge is about, from what is written now beside what was written before: topics and words that stand out, never the brand's own
 * name (L2, L3). Where nothing does and the surge drowns all else, everything on its accounts; else nothing, and a person gives the words.
 */
export const suggestMatching = (
  now: readonly Said[],
  before: readonly Said[],
  {
    brandNames,
    accountIds,
    times,
  }: { brandNames: readonly string[]; accountIds: readonly string[]; times: number | null },
): Matching => {
  if (now.length === 0) return { ...NOTHING_MATCHES, accountIds }
  const topicsBefore = sharesOf(before, topicOf)
  const topics = [...sharesOf(now, topicOf)].flatMap(([topic, share]) =>
    share >= TOPIC_SHARE && share >= TOPIC_LIFT * (topicsBefore.get(topic) ?? 0) ? [topic] : [],
  )
  const usual = sharesOf(before, wordsOf)
  const least = 1 / Math.max(before.length, 1)
  const standing = [...sharesOf(now, wordsOf)]
    .filter(([word, share]) => share >= WORD_SHARE && share >= WORD_LIFT * Math.max(usual.get(word) ?? 0, least))
    .toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([word]) => word)
  const tooWide = new Set(findTooWide(standing, brandNames))
  const known = now.length >= FEWEST && before.length >= FEWEST
  const words = known ? standing.filter((word) => !tooWide.has(word)).slice(0, MOST_WORDS) : []
  const all = topics.length === 0 && words.length === 0 && times !== null && times >= FLOOD_TIMES
  return { all, topics, words, without: [], accountIds }
}
