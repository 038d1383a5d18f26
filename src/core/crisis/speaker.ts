import { type Lexicon, meet, readLexicon, wordsOf } from '#core/guard/concepts/lexicon.ts'
import { fold } from '#core/guard/reading/fold.ts'
import { SPEAKER_WORDS } from './speaker-words.ts'

/** Who speaks, the one who weighs most first. */
export const SPEAKERS = ['press', 'elected', 'activist', 'large-audience', 'ordinary'] as const
export type SpeakerKind = (typeof SPEAKERS)[number]

/** What a network shows of a person. */
export type SpeakerProfile = {
  readonly handle: string
  readonly displayName: string
  /** What they say of themselves, where the network tells it. */
  readonly bio: string | null
  /** Null where the network does not tell: unknown is not zero. */
  readonly followers: number | null
}

/** Why somebody is taken for press, elected or an activist: guessed from words they chose, never verified. */
export type Guess = { readonly from: 'name' | 'handle' | 'bio'; readonly words: string }
export type Speaker = {
  readonly kind: SpeakerKind
  /** Null where nothing is guessed: an audience is what the network counts. */
  readonly guess: Guess | null
  readonly followers: number | null
}

/** From so many followers on somebody has a large audience. */
export const LARGE_AUDIENCE = 10_000

const WORDS: Lexicon = readLexicon(SPEAKER_WORDS)

/** « JulieBernard_BFMTV » reads as its words. */
const apart = (handle: string): string =>
  handle.replaceAll(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2').replaceAll(/[^\p{L}\p{N}]+/gu, ' ')

const metIn = (text: string): { kind: SpeakerKind; words: string } | null => {
  const words = wordsOf(fold(text).folded)
  const met = meet(WORDS, words).flatMap(({ concept, from, to }) => {
    const kind = SPEAKERS.find((one) => one === WORDS.names[concept])
    return kind === undefined ? [] : [{ kind, words: words.slice(from, to).join(' ') }]
  })
  return met.toSorted((a, b) => SPEAKERS.indexOf(a.kind) - SPEAKERS.indexOf(b.kind))[0] ?? null
}

/** Who somebody is, as far as their own name, handle and words about themselves let one guess, and how many follow them (L3). */
export const guessSpeaker = ({ handle, displayName, bio, followers }: SpeakerProfile): Speaker => {
  for (const [from, text] of [
    ['bio', bio ?? ''],
    ['name', displayName],
    ['handle', apart(handle)],
  ] as const) {
    const met = metIn(text)
    if (met !== null) return { kind: met.kind, guess: { from, words: met.words }, followers }
  }
  return { kind: (followers ?? 0) >= LARGE_AUDIENCE ? 'large-audience' : 'ordinary', guess: null, followers }
}
