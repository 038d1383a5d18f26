import type { Instant } from '#core/time.ts'
import { countAuthors } from './authors.ts'
import { contentWords } from './content-words.ts'
import { rarityOf } from './kinship.ts'
import { LEARNING_MS, paceAt, type Rise, riseOf } from './pace.ts'
import type { Radar, Story } from './radar.ts'

/** What is told of a story that rises. */
export type RisingStory = {
  readonly story: Story
  /** The words that tell it from all others, as people write them. */
  readonly label: readonly string[]
  readonly rise: Rise
  /** Its part of all that is said in these hours. */
  readonly share: number
  readonly authors: number
  readonly negativeShare: number
}

export type RisingPhrase = { readonly phrase: string; readonly rise: Rise }

const LABEL_WORDS = 3
/** Above the usual by so many of its own scatters. */
const SURPRISING = 2
/** Two people and three messages are the least that one may call a subject; one person who repeats it alone needs more. */
const LEAST_MESSAGES = 3
const LEAST_ALONE = 10

export const isLearning = ({ since }: Radar, now: Instant): boolean => now - since < LEARNING_MS

/** Words of a subject that is not ours: « lumière » and « festival » beside the shop that is called Lumière. */
export type Mute = { readonly words: readonly string[] }

/** A text is about what is muted when it says two of its words, or the only one (L2). */
export function isMuted(text: string, mutes: readonly Mute[]): boolean {
  if (mutes.length === 0) return false
  const said = new Set(contentWords(text).map(({ word }) => word))
  return mutes.some(({ words }) => {
    const folded = new Set(words.flatMap((word) => contentWords(word).map((one) => one.word)))
    const met = [...folded].filter((word) => said.has(word)).length
    return folded.size > 0 && met >= Math.min(2, folded.size)
  })
}

/** The words that most of a story's messages say, and hardly anybody else. */
export function labelOf(radar: Radar, { words, count }: Story, now: Instant): readonly string[] {
  const rarity = rarityOf(radar.all, new Map(Object.entries(radar.phrases)), now)
  return words
    .map((one) => ({ spelt: one.spelt, weight: (one.count / count) * (rarity(one.word) + 0.1) }))
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, LABEL_WORDS)
    .map(({ spelt }) => spelt)
}

/** The stories that rise, each by its own habit, the most surprising first: one event is one line (L2, L3). */
export function risingStories(radar: Radar, now: Instant, most = 40): readonly RisingStory[] {
  const heard = Math.max(paceAt(radar.all, now).fast, 0.01)
  return radar.stories
    .map((story) => ({
      story,
      rise: riseOf(story.pace, radar.all, now, radar.since),
      authors: countAuthors(story.authors),
    }))
    .filter(
      ({ story: { count }, rise, authors }) =>
        count >= (authors > 1 ? LEAST_MESSAGES : LEAST_ALONE) && rise.surprise >= SURPRISING,
    )
    .toSorted((a, b) => b.rise.surprise - a.rise.surprise || (a.story.id < b.story.id ? -1 : 1))
    .slice(0, most)
    .map(({ story, rise, authors }) => ({
      ...{ story, rise, authors, label: labelOf(radar, story, now) },
      share: Math.min(1, rise.heard / heard),
      negativeShare: story.negative / story.count,
    }))
}

/** Words and pairs that rise by their own habit, a pair before its words (L2). */
export function risingPhrases(radar: Radar, now: Instant, most = 20): readonly RisingPhrase[] {
  if (isLearning(radar, now)) return []
  const found = Object.entries(radar.phrases)
    .map(([phrase, { pace }]) => ({ phrase, rise: riseOf(pace, radar.all, now, radar.since) }))
    .filter(({ rise }) => rise.heard >= LEAST_MESSAGES && rise.surprise >= SURPRISING)
    .toSorted((a, b) => b.rise.surprise - a.rise.surprise || (a.phrase < b.phrase ? -1 : 1))
  const pairs = found.filter(({ phrase }) => phrase.includes(' '))
  return found
    .filter(
      ({ phrase, rise }) =>
        phrase.includes(' ') ||
        !pairs.some((pair) => pair.phrase.split(' ').includes(phrase) && pair.rise.heard >= rise.heard * 0.6),
    )
    .slice(0, most)
}
