import type { Instant } from '#core/time.ts'
import type { Sentiment, Topic } from '#core/triage/labels.ts'
import type { Signature } from './min-hash.ts'
import { noPace, type Pace } from './pace.ts'

/** What the radar hears of one message of the public. */
export type HeardMessage = {
  readonly id: string
  readonly at: Instant
  readonly text: string
  /** Who said it, as a number that tells authors apart. */
  readonly author: number
  readonly followers: number
  readonly network: string
  readonly topic: Topic | null
  readonly sentiment: Sentiment | null
}

export type StoryWord = { readonly word: string; readonly spelt: string; readonly count: number }

/** One event, whoever speaks of it and in however many copies. Plain data of bounded size. */
export type Story = {
  readonly id: string
  readonly beganAt: Instant
  readonly lastAt: Instant
  readonly pace: Pace
  readonly count: number
  readonly negative: number
  /** Authors told apart by the smallest hashes of their names: exact for few, near for many. */
  readonly authors: readonly number[]
  /** Followers of those who spoke of it, whoever is known to have spoken before left out. */
  readonly reach: number
  readonly networks: Readonly<Record<string, number>>
  readonly topics: Readonly<Record<string, number>>
  /** In how many of its messages each word was said, and how it is spelt: the most frequent ones. */
  readonly words: readonly StoryWord[]
  readonly signatures: readonly Signature[]
  /** Messages that say it in different words, the first ones and the latest. */
  readonly samples: readonly string[]
}

/** A word or two, with what is usual for it and who said it last. */
export type Phrase = { readonly pace: Pace; readonly by: number }

/** Everything that the radar remembers of a brand: plain data of bounded size, to be kept as it is. */
export type Radar = {
  readonly since: Instant
  readonly all: Pace
  readonly phrases: Readonly<Record<string, Phrase>>
  readonly stories: readonly Story[]
}

export const startRadar = (since: Instant): Radar => ({ since, all: noPace(since), phrases: {}, stories: [] })

/** So many stories and phrases are remembered; the faintest are forgotten first. */
export const MOST_STORIES = 240
export const MOST_PHRASES = 2_000
