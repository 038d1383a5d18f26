import type { Instant } from '#core/time.ts'
import type { ContentWord } from './content-words.ts'
import { LEARNING_MS, type Pace, paceAt } from './pace.ts'
import type { Phrase, Story } from './radar.ts'

/** How little a word is usually said here: 0 for one that stands in every message. */
export type Rarity = (word: string) => number

/** Rare from one in seven messages down. */
const RARE = 2

/** So many messages that say nothing of it are taken for granted before anything is known. */
const GRANTED = 10

/** Rare is what was hardly said before the last hours: a word that everybody says since this morning is the event itself (L2). */
export function rarityOf(all: Pace, phrases: ReadonlyMap<string, Phrase>, now: Instant): Rarity {
  const heard = paceAt(all, now).slow
  return (word) => {
    const known = phrases.get(word)
    if (known === undefined) return Math.log(heard + GRANTED)
    const { fast, slow } = paceAt(known.pace, now)
    return Math.log((heard + GRANTED) / (Math.max(0, slow - fast) + 1))
  }
}

/** How much two messages must share to speak of one event. */
export type Bond = { readonly words: number; readonly share: number }

/** Once the usual is known two rare words are enough; until then any word looks rare, and more of them must be the same. */
export const bondOf = (now: Instant, since: Instant): Bond =>
  now - since < LEARNING_MS ? { words: 3, share: 0.5 } : { words: 2, share: 0.34 }

/** A word belongs to a story when so many of its messages say it. */
const SHARE = 0.2

/** The rare words of a message, each with its weight. */
export type Telling = ReadonlyMap<string, number>

export function tellingWords(words: readonly ContentWord[], rarity: Rarity): Telling {
  const weights = new Map(words.map(({ word }) => [word, rarity(word)]))
  return new Map([...weights].filter(([, weight]) => weight >= RARE))
}

/** What a story is about is asked at every message, and changes only when it is told. */
const about = new WeakMap<Story, ReadonlySet<string>>()
function wordsOf(story: Story): ReadonlySet<string> {
  const known = about.get(story)
  if (known !== undefined) return known
  const own = new Set(story.words.filter((one) => one.count >= story.count * SHARE).map(({ word }) => word))
  about.set(story, own)
  return own
}

/** How much of what is telling in a message is what the story is about, from 0 to 1; too few words make no event. */
export const kinship = (story: Story, telling: Telling, bond: Bond): number => kinshipOf(wordsOf(story), telling, bond)

/** The same for any set of words that something is about. */
export function kinshipOf(own: ReadonlySet<string>, telling: Telling, bond: Bond): number {
  let [shared, all, many] = [0, 0, 0]
  for (const [word, weight] of telling) {
    all += weight
    if (!own.has(word)) continue
    shared += weight
    many++
  }
  return many < bond.words || shared < all * bond.share ? 0 : shared / all
}
