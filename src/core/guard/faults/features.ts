import { type Lexicon, readBetween } from '../concepts/lexicon.ts'
import { everydayKinds } from '../concepts/words.ts'
import type { Language } from '../guard-input.ts'
import { isConditional, isFuture, isNegative } from '../reading/mood.ts'
import { onceForEach } from '../reading/once.ts'
import type { PreparedDraft } from '../reading/prepare.ts'
import type { Stretch } from '../reading/segment.ts'
import { companyOf } from './alike.ts'
import { addEcho, beginningsOf } from './echo.ts'
import { looksOf } from './looks.ts'
import { namedTokens, placesOfNames } from './named.ts'
import { personsIn } from './persons.ts'
import { type Features, hashOf, mix, placeFor, sortsOf } from './places.ts'
import { signsOf } from './signs.ts'

const SORT = sortsOf(
  'word',
  'pair',
  'stem',
  'concept',
  'mood',
  'together',
  'after',
  'around',
  'within',
  'theirs',
  'both',
  'plain',
  'me',
  'sign',
  'name',
  'before',
  'two before',
  'behind',
  'with name',
  'person',
  'persons',
  'of person',
  'kind',
  'their word',
  'where',
  'language',
  'look',
  'company',
  'whole',
  'size',
  'size and mood',
)

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
  ...{ size: 0.3, look: 0.4, company: 0.9, whole: 0.35, length: 0.4 },
}
const NEAR = 4
const LONGEST = 12
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
/** What all sentences of a draft share, and what each is by itself: the first is read once however many there are. */
export type Reader = {
  readonly shared: (draft: PreparedDraft) => Features
  readonly own: (draft: PreparedDraft, part: Part) => Features
}
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
  const begun = lengths.map((length) => placeFor(SORT.stem, hashOf(word.slice(0, length)), length))
  const says = { hash, whole: placeFor(SORT.word, hash), begun }
  said.set(word, says)
  return says
}

const addWords = (add: Add, words: readonly string[]): void => {
  const share = WEIGHT.words / Math.sqrt(Math.max(1, words.length * 2))
  let before: number | undefined
  for (const word of words) {
    const { hash, whole, begun } = saidBy(word)
    add(whole, share)
    if (before !== undefined) add(placeFor(SORT.pair, before, hash), share)
    for (const place of begun) add(place, share)
    before = hash
  }
}

const addNames = (add: Add, tokens: readonly string[]): readonly number[] => {
  const hashes = tokens.map(hashOf)
  const at = (i: number) => hashes[i] ?? 0
  const names = placesOfNames(tokens)
  for (const i of names) {
    add(placeFor(SORT.name, at(i)), WEIGHT.name)
    if (i > 0) add(placeFor(SORT.before, at(i - 1), at(i)), WEIGHT.beside)
    if (i > 1) add(placeFor(SORT['two before'], mix(at(i - 2), at(i - 1)), at(i)), WEIGHT.beside)
    if (i + 1 < tokens.length) add(placeFor(SORT.behind, at(i), at(i + 1)), WEIGHT.beside)
  }
  return [...new Set(names.map(at))]
}

const addWhere = (add: Add, { sentences }: PreparedDraft, part: Part, length: number): void => {
  add(placeFor(SORT.where, part.start === sentences[0]?.start ? 1 : 0), WEIGHT.where)
  add(placeFor(SORT.where, part.start === sentences.at(-1)?.start ? 3 : 2), WEIGHT.where)
  add(placeFor(SORT.where, 20 + Math.min(6, length >> 2)), WEIGHT.size)
}

const addCompany = (add: Add, words: readonly string[], language: Language): void => {
  const tongue = hashOf(language)
  companyOf(words, language).forEach((value, i) => {
    if (value !== 0) add(placeFor(SORT.company, i, tongue), value * WEIGHT.company)
  })
}

/** Reads sentences through a lexicon. */
export const featuresThrough = (lexicon: Lexicon): Reader => {
  const ids = lexicon.names.map(hashOf)
  const kindIds = everydayKinds.names.map(hashOf)
  const theirs = onceForEach((incoming: { readonly folded: string }) => {
    const { words, met } = lexicon.read(incoming.folded)
    return {
      concepts: new Set(met.map((m) => m.concept)),
      words: [...new Set(words)].map((word) => placeFor(SORT['their word'], hashOf(word))),
      beginnings: beginningsOf(words),
    }
  })
  const shared = onceForEach((draft: PreparedDraft): Features => {
    const features = new Map<number, number>()
    const add: Add = (at, value) => features.set(at, value)
    const { words, met } = lexicon.read(draft.folded)
    const length = Math.min(LONGEST, words.length >> 3)
    for (const { concept } of met) add(placeFor(SORT.whole, ids[concept] ?? 0), WEIGHT.whole)
    add(placeFor(SORT.size, length), WEIGHT.length)
    add(placeFor(SORT['size and mood'], length, draft.incoming.unhappy ? 1 : 0), WEIGHT.length)
    add(placeFor(SORT.where, 10 + Math.min(4, draft.sentences.length)), WEIGHT.size)
    add(placeFor(SORT.language, hashOf(draft.language)), WEIGHT.size)
    for (const sign of surroundingsOf(draft)) add(placeFor(SORT.around, sign), WEIGHT.around)
    const their = theirs(draft.incoming)
    for (const concept of their.concepts) add(placeFor(SORT.theirs, ids[concept] ?? 0), WEIGHT.theirs)
    const share = WEIGHT.theirWords / Math.sqrt(Math.max(1, their.words.length))
    for (const place of their.words) add(place, share)
    return features
  })
  const own = (draft: PreparedDraft, part: Part): Features => {
    const text = draft.folded.slice(part.start, part.end)
    const { words, met } = readBetween(lexicon.read(draft.folded), part.start, part.end)
    const kinds = readBetween(everydayKinds.read(draft.folded), part.start, part.end).met
    const features = new Map<number, number>()
    const add: Add = (at, value) => features.set(at, value)
    addWords(add, words)
    addWhere(add, draft, part, words.length)
    const names = addNames(add, namedTokens(draft, part))
    const moods = moodsOf(draft, part)
    const around = surroundingsOf(draft)
    const persons = personsIn(words).map(hashOf)
    const their = theirs(draft.incoming)
    for (const mood of moods) add(placeFor(SORT.plain, mood), WEIGHT.plain)
    for (const person of persons) {
      add(placeFor(SORT.person, person), WEIGHT.person)
      for (const mood of moods) add(placeFor(SORT.persons, person, mood), WEIGHT.person)
      for (const other of persons) if (person < other) add(placeFor(SORT.persons, person, other), WEIGHT.person)
    }
    const concepts = [...new Set(met.map((m) => m.concept))]
    for (const concept of concepts) {
      const id = ids[concept] ?? 0
      add(placeFor(SORT.concept, id), WEIGHT.concept)
      for (const mood of moods) add(placeFor(SORT.mood, id, mood), WEIGHT.mood)
      for (const sign of around) add(placeFor(SORT.within, id, sign), WEIGHT.within)
      for (const person of persons) add(placeFor(SORT['of person'], id, person), WEIGHT.person)
      for (const name of names) add(placeFor(SORT['with name'], id, name), WEIGHT.person)
      if (their.concepts.has(concept)) add(placeFor(SORT.both, id), WEIGHT.both)
      for (const other of concepts)
        if (concept < other) add(placeFor(SORT.together, id, ids[other] ?? 0), WEIGHT.together)
    }
    for (let i = 0; i + 1 < met.length; i++) {
      const [a, b] = [met[i], met[i + 1]]
      if (a !== undefined && b !== undefined && a.concept !== b.concept && b.from - a.from <= NEAR)
        add(placeFor(SORT.after, ids[a.concept] ?? 0, ids[b.concept] ?? 0), WEIGHT.after)
    }
    addEcho(add, their.beginnings, { words, persons, moods })
    addCompany(add, words, draft.language)
    for (const { concept } of kinds) add(placeFor(SORT.kind, kindIds[concept] ?? 0), WEIGHT.kind)
    for (const look of looksOf(draft, part)) add(placeFor(SORT.look, hashOf(look)), WEIGHT.look)
    if (FIRST_PERSON.test(text)) add(placeFor(SORT.me, 0), WEIGHT.plain)
    const from = draft.origin[part.start] ?? 0
    const to = draft.origin[part.end] ?? draft.text.length
    for (const { code, found } of signsOf(draft))
      if (code !== 'P1' && found.start < to && found.end > from) {
        add(placeFor(SORT.sign, hashOf(code)), WEIGHT.sign)
        add(placeFor(SORT.sign, hashOf(code), hashOf(found.severity)), WEIGHT.severity)
      }
    return features
  }
  return { shared, own }
}
