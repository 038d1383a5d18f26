import { type Lexicon, meet, wordsOf } from '../concepts/lexicon.ts'
import { everydayKinds } from '../concepts/words.ts'
import { isConditional, isFuture, isNegative } from '../reading/mood.ts'
import { onceForEach } from '../reading/once.ts'
import type { PreparedDraft } from '../reading/prepare.ts'
import type { Stretch } from '../reading/segment.ts'
import { looksOf } from './looks.ts'
import { namedTokens, placesOfNames } from './named.ts'
import { personsIn } from './persons.ts'
import { type Features, hashOf, mix, placeFor } from './places.ts'
import { signsOf } from './signs.ts'

const sort = (name: string): number => hashOf(`sort ${name}`)
const [WORD, PAIR, STEM, CONCEPT, MOOD, TOGETHER, AFTER, AROUND, WITHIN, THEIRS, BOTH, PLAIN_MOOD, ME, SIGN] =
  'word,pair,stem,concept,mood,together,after,around,within,theirs,both,plain,me,sign'.split(',').map(sort) as Sorts
const [
  NAME,
  BEFORE,
  TWO_BEFORE,
  BEHIND,
  WITH_NAME,
  PERSON,
  PERSONS,
  OF_PERSON,
  KIND,
  THEIR_WORD,
  WHERE,
  LANGUAGE,
  LOOK,
] = 'name,before,two before,behind,with name,person,persons,of person,kind,their word,where,language,look'
  .split(',')
  .map(sort) as Sorts
type Sorts = [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
]

/** How much each sort of sign counts beside the others; the words of a sentence share theirs. */
const WEIGHT = {
  ...{ words: 1, concept: 1, mood: 0.6, together: 0.35, after: 0.5, around: 0.5, within: 0.4, theirs: 0.3, both: 0.5 },
  ...{
    plain: 0.4,
    sign: 1.5,
    severity: 1,
    name: 0.5,
    beside: 0.4,
    person: 0.4,
    kind: 0.7,
    theirWords: 0.5,
    where: 0.4,
  },
  ...{ size: 0.3, look: 0.4 },
}
const NEAR = 4
const STEMS = [5, 4]

const FIRST_PERSON = /^\W*(?:je|j'|i|i'm|i've)\b/

/** What stands around a sentence: who reads, whether the customer is unhappy, asks, speaks of their own file, what is settled. */
const surroundingsOf = onceForEach(({ incoming, input, privateWays }: PreparedDraft): readonly number[] =>
  [
    incoming.unhappy ? 'unhappy' : 'content',
    input.settled ? 'settled' : '',
    incoming.ownMatter > 0.5 ? 'own' : '',
    input.audience,
    input.facts.some((fact) => fact.status === 'done') ? 'done' : '',
    input.facts.some((fact) => fact.status === 'requested') ? 'requested' : '',
    privateWays.length > 0 ? 'way' : '',
    incoming.text.trimEnd().endsWith('?') ? 'asked' : '',
  ]
    .filter((sign) => sign !== '')
    .map(hashOf),
)

const moodsOf = (draft: PreparedDraft, { start, end, question }: Part): readonly number[] => [
  ...(isNegative(draft, start, end) ? [1] : []),
  ...(question ? [2] : []),
  ...(isFuture(draft, start, end) ? [3] : []),
  ...(isConditional(draft, start, end) ? [4] : []),
]

/** A sentence: where it stands, and whether it asks. */
export type Part = Stretch & { readonly question: boolean }
export type FeaturesOf = (draft: PreparedDraft, part: Part) => Features
type Add = (place: number, value: number) => void

/** What a word says by itself, and by how it begins. */
type Said = { readonly hash: number; readonly whole: number; readonly begun: readonly number[] }
const said = new Map<string, Said>()
const REMEMBERED = 20_000
const saidBy = (word: string): Said => {
  const known = said.get(word)
  if (known !== undefined) return known
  if (said.size >= REMEMBERED) said.clear()
  const hash = hashOf(word)
  const lengths = STEMS.filter((length) => word.length >= length)
  const begun = lengths.map((length) => placeFor(STEM, hashOf(word.slice(0, length)), length))
  const says = { hash, whole: placeFor(WORD, hash), begun }
  said.set(word, says)
  return says
}

const addWords = (add: Add, words: readonly string[]): void => {
  const share = WEIGHT.words / Math.sqrt(Math.max(1, words.length * 2))
  let before: number | undefined
  for (const word of words) {
    const { hash, whole, begun } = saidBy(word)
    add(whole, share)
    if (before !== undefined) add(placeFor(PAIR, before, hash), share)
    for (const place of begun) add(place, share)
    before = hash
  }
}

const addNames = (add: Add, tokens: readonly string[]): readonly number[] => {
  const hashes = tokens.map(hashOf)
  const at = (i: number) => hashes[i] ?? 0
  const names = placesOfNames(tokens)
  for (const i of names) {
    add(placeFor(NAME, at(i)), WEIGHT.name)
    if (i > 0) add(placeFor(BEFORE, at(i - 1), at(i)), WEIGHT.beside)
    if (i > 1) add(placeFor(TWO_BEFORE, mix(at(i - 2), at(i - 1)), at(i)), WEIGHT.beside)
    if (i + 1 < tokens.length) add(placeFor(BEHIND, at(i), at(i + 1)), WEIGHT.beside)
  }
  return [...new Set(names.map(at))]
}

const addWhere = (add: Add, { sentences, language }: PreparedDraft, part: Part, length: number): void => {
  add(placeFor(WHERE, part.start === sentences[0]?.start ? 1 : 0), WEIGHT.where)
  add(placeFor(WHERE, part.start === sentences.at(-1)?.start ? 3 : 2), WEIGHT.where)
  add(placeFor(WHERE, 10 + Math.min(4, sentences.length)), WEIGHT.size)
  add(placeFor(WHERE, 20 + Math.min(6, length >> 2)), WEIGHT.size)
  add(placeFor(LANGUAGE, hashOf(language)), WEIGHT.size)
}

/** Reads sentences through a lexicon. */
export const featuresThrough = (lexicon: Lexicon): FeaturesOf => {
  const ids = lexicon.names.map(hashOf)
  const kindIds = everydayKinds.names.map(hashOf)
  const theirs = onceForEach((incoming: { readonly folded: string }) => {
    const words = wordsOf(incoming.folded)
    return {
      concepts: new Set(meet(lexicon, words).map((m) => m.concept)),
      words: [...new Set(words)].map((word) => placeFor(THEIR_WORD, hashOf(word))),
    }
  })
  return (draft, part) => {
    const text = draft.folded.slice(part.start, part.end)
    const words = wordsOf(text)
    const met = meet(lexicon, words)
    const features = new Map<number, number>()
    const add: Add = (at, value) => features.set(at, value)
    addWords(add, words)
    addWhere(add, draft, part, words.length)
    const names = addNames(add, namedTokens(draft, part))
    const moods = moodsOf(draft, part)
    const around = surroundingsOf(draft)
    const persons = personsIn(words).map(hashOf)
    const their = theirs(draft.incoming)
    for (const mood of moods) add(placeFor(PLAIN_MOOD, mood), WEIGHT.plain)
    for (const sign of around) add(placeFor(AROUND, sign), WEIGHT.around)
    for (const concept of their.concepts) add(placeFor(THEIRS, ids[concept] ?? 0), WEIGHT.theirs)
    const share = WEIGHT.theirWords / Math.sqrt(Math.max(1, their.words.length))
    for (const place of their.words) add(place, share)
    for (const person of persons) {
      add(placeFor(PERSON, person), WEIGHT.person)
      for (const mood of moods) add(placeFor(PERSONS, person, mood), WEIGHT.person)
      for (const other of persons) if (person < other) add(placeFor(PERSONS, person, other), WEIGHT.person)
    }
    const concepts = [...new Set(met.map((m) => m.concept))]
    for (const concept of concepts) {
      const id = ids[concept] ?? 0
      add(placeFor(CONCEPT, id), WEIGHT.concept)
      for (const mood of moods) add(placeFor(MOOD, id, mood), WEIGHT.mood)
      for (const sign of around) add(placeFor(WITHIN, id, sign), WEIGHT.within)
      for (const person of persons) add(placeFor(OF_PERSON, id, person), WEIGHT.person)
      for (const name of names) add(placeFor(WITH_NAME, id, name), WEIGHT.person)
      if (their.concepts.has(concept)) add(placeFor(BOTH, id), WEIGHT.both)
      for (const other of concepts) if (concept < other) add(placeFor(TOGETHER, id, ids[other] ?? 0), WEIGHT.together)
    }
    for (let i = 0; i + 1 < met.length; i++) {
      const [a, b] = [met[i], met[i + 1]]
      if (a !== undefined && b !== undefined && a.concept !== b.concept && b.from - a.from <= NEAR)
        add(placeFor(AFTER, ids[a.concept] ?? 0, ids[b.concept] ?? 0), WEIGHT.after)
    }
    for (const { concept } of meet(everydayKinds, words)) add(placeFor(KIND, kindIds[concept] ?? 0), WEIGHT.kind)
    for (const look of looksOf(draft, part)) add(placeFor(LOOK, hashOf(look)), WEIGHT.look)
    if (FIRST_PERSON.test(text)) add(placeFor(ME, 0), WEIGHT.plain)
    const from = draft.origin[part.start] ?? 0
    const to = draft.origin[part.end] ?? draft.text.length
    for (const { code, found } of signsOf(draft))
      if (code !== 'P1' && found.start < to && found.end > from) {
        add(placeFor(SIGN, hashOf(code)), WEIGHT.sign)
        add(placeFor(SIGN, hashOf(code), hashOf(found.severity)), WEIGHT.severity)
      }
    return features
  }
}
