import type { Instant } from '#core/time.ts'
import type { Heat } from './heat.ts'
import type { Guess, SpeakerKind } from './speaker.ts'

/** Messages beside what is usual at this hour of this weekday, from the surge series. */
export type VolumeFound = { readonly counted: number; readonly usual: number; readonly overMs: number }

/** People, not messages: who repeats themselves is one. */
export type WordingFound = {
  readonly people: number
  readonly heated: number
  readonly by: readonly { readonly heat: Heat; readonly people: number; readonly words: readonly string[] }[]
}

export type SpeakersFound = {
  /** Each person in one kind alone. */
  readonly counts: Readonly<Record<SpeakerKind, number>>
  /** The greatest audience that a network told of, and of how many people it told none. */
  readonly greatest: number | null
  readonly untold: number
  /** Whom the desk takes for press, elected or an activist, and why: guessed. */
  readonly guessed: readonly { readonly name: string; readonly kind: SpeakerKind; readonly guess: Guess }[]
}

export type SpreadFound = {
  /** In the order in which each was reached, by how many people. */
  readonly networks: readonly { readonly network: string; readonly people: number; readonly since: Instant }[]
  readonly people: number
  /** Who never wrote to the brand before it began: beyond its own community. */
  readonly newcomers: number
  readonly since: Instant
  readonly lastedMs: number
}

export type GravityFacts = {
  /** Null when nobody hears the feed: unknown is not calm (L4). */
  readonly volume: VolumeFound | null
  readonly wording: WordingFound
  readonly speakers: SpeakersFound
  readonly spread: SpreadFound
}
