import { type Lexicon, meet, wordsOf } from '../concepts/lexicon.ts'
import { isConditional, isFuture, isNegative } from '../reading/mood.ts'
import { onceForEach } from '../reading/once.ts'
import type { PreparedDraft } from '../reading/prepare.ts'
import type { Stretch } from '../reading/segment.ts'
import { signsOf } from './signs.ts'

/** Places for what a sentence is made of; a power of two. */
export const PLACES = 1 << 15
/** What a sentence is made of, as places of the table and how much each counts. */
export type Features = ReadonlyMap<number, number>

const SEED = 0x811c9dc5
const PRIME = 0x01000193
const mix = (hash: number, value: number): number => Math.imul(hash ^ value, PRIME)

const hashes = new Map<string, number>()
const REMEMBERED = 20_000
/** The words of a desk come back all day long. */
export const hashOf = (word: string): number => {
  const known = hashes.get(word)
  if (known !== undefined) return known
  let hash = SEED
  for (let i = 0; i < word.length; i++) hash = mix(hash, word.charCodeAt(i))
  if (hashes.size >= REMEMBERED) hashes.clear()
  hashes.set(word, hash)
  return hash
}

const [WORD, PAIR, CONCEPT, MOOD, TOGETHER, AFTER, AROUND, WITHIN, THEIRS, BOTH, PLAIN_MOOD, ME, SIGN] = [
  ...'wpcmtaxitbqjs',
].map((kind) => mix(SEED, kind.charCodeAt(0)))

const place = (kind: number | undefined, a: number, b = 0): number => {
  const hash = mix(mix(kind ?? SEED, a), b)
  return (hash ^ (hash >>> 15)) & (PLACES - 1)
}

/** A place for a sort of sign that has a name. */
export const placeOf = (sort: string, a: number, b = 0): number => place(hashOf(sort), a, b)

/** How much each sort of sign counts beside the others; the words of a sentence share theirs. */
const WEIGHT = {
  words: 1,
  concept: 1,
  mood: 0.6,
  together: 0.35,
  after: 0.5,
  around: 0.5,
  within: 0.4,
  theirs: 0.3,
  both: 0.5,
  plain: 0.4,
  sign: 1.5,
  severity: 1,
}
const NEAR = 4

const FIRST_PERSON = /^\W*(?:je|j'|i|i'm|i've)\b/

/** What stands around a sentence: who reads, whether the customer is unhappy, asks, speaks of their own file, what is settled. */
const surroundingsOf = ({ incoming, input, privateWays }: PreparedDraft): readonly string[] =>
  [
    incoming.unhappy ? 'unhappy' : 'content',
    input.settled ? 'settled' : '',
    incoming.ownMatter > 0.5 ? 'own' : '',
    input.audience,
    input.facts.some((fact) => fact.status === 'done') ? 'done' : '',
    input.facts.some((fact) => fact.status === 'requested') ? 'requested' : '',
    privateWays.length > 0 ? 'way' : '',
    incoming.text.trimEnd().endsWith('?') ? 'asked' : '',
  ].filter((sign) => sign !== '')

/** A sentence: where it stands, and whether it asks. */
export type Part = Stretch & { readonly question: boolean }
export type FeaturesOf = (draft: PreparedDraft, part: Part) => Features

/** Reads sentences through a lexicon. */
export const featuresThrough = (lexicon: Lexicon): FeaturesOf => {
  const ids = lexicon.names.map(hashOf)
  const theirConcepts = onceForEach(
    (incoming: { readonly folded: string }) => new Set(meet(lexicon, wordsOf(incoming.folded)).map((m) => m.concept)),
  )
  return (draft, sentence) => {
    const text = draft.folded.slice(sentence.start, sentence.end)
    const words = wordsOf(text)
    const met = meet(lexicon, words)
    const features = new Map<number, number>()
    const add = (at: number, value: number) => features.set(at, value)

    const share = WEIGHT.words / Math.sqrt(Math.max(1, words.length * 2))
    for (let i = 0; i < words.length; i++) {
      const hash = hashOf(words[i] ?? '')
      add(place(WORD, hash), share)
      if (i > 0) add(place(PAIR, hashOf(words[i - 1] ?? ''), hash), share)
    }

    const concepts = [...new Set(met.map((m) => m.concept))]
    const moods: number[] = []
    if (isNegative(draft, sentence.start, sentence.end)) moods.push(1)
    if (sentence.question) moods.push(2)
    if (isFuture(draft, sentence.start, sentence.end)) moods.push(3)
    if (isConditional(draft, sentence.start, sentence.end)) moods.push(4)
    for (const mood of moods) add(place(PLAIN_MOOD, mood), WEIGHT.plain)
    const around = surroundingsOf(draft).map(hashOf)
    for (const sign of around) add(place(AROUND, sign), WEIGHT.around)
    const theirs = theirConcepts(draft.incoming)
    for (const concept of theirs) add(place(THEIRS, ids[concept] ?? 0), WEIGHT.theirs)
    for (const concept of concepts) {
      const id = ids[concept] ?? 0
      add(place(CONCEPT, id), WEIGHT.concept)
      for (const mood of moods) add(place(MOOD, id, mood), WEIGHT.mood)
      for (const sign of around) add(place(WITHIN, id, sign), WEIGHT.within)
      if (theirs.has(concept)) add(place(BOTH, id), WEIGHT.both)
      for (const other of concepts) if (concept < other) add(place(TOGETHER, id, ids[other] ?? 0), WEIGHT.together)
    }
    for (let i = 0; i + 1 < met.length; i++) {
      const [a, b] = [met[i], met[i + 1]]
      if (a !== undefined && b !== undefined && a.concept !== b.concept && b.from - a.from <= NEAR)
        add(place(AFTER, ids[a.concept] ?? 0, ids[b.concept] ?? 0), WEIGHT.after)
    }
    if (FIRST_PERSON.test(text)) add(place(ME, 0), WEIGHT.plain)
    const from = draft.origin[sentence.start] ?? 0
    const to = draft.origin[sentence.end] ?? draft.text.length
    for (const { code, found } of signsOf(draft))
      if (code !== 'P1' && found.start < to && found.end > from) {
        add(place(SIGN, hashOf(code)), WEIGHT.sign)
        add(place(SIGN, hashOf(code), hashOf(found.severity)), WEIGHT.severity)
      }
    return features
  }
}
