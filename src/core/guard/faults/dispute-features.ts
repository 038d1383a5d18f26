import type { Lexicon, Read } from '../concepts/lexicon.ts'
import { everydayKinds } from '../concepts/words.ts'
import type { PreparedDraft } from '../reading/prepare.ts'
import { personsIn } from './persons.ts'
import { type Features, hashOf, placeOf } from './places.ts'
import { signsOf } from './signs.ts'

const WEIGHT = { words: 1, theirs: 0.7, pair: 0.4, ours: 0.7, way: 1.5, sign: 1, kind: 0.4 }
const STEMS = [5, 4]
const CONTACT = /\b0\d(?:[ .]?\d\d){4}|\+?\d[\d ().-]{7,}|@[a-z0-9.-]+\.[a-z]{2,}/
const CHANNELS = ['private-channel', 'form-or-page', 'general-outage']

/** A whole exchange in numbers: is it the customer's own dispute, and does the answer invite them to a private way (P1)? */
export const disputeFeatures = (lexicon: Lexicon, draft: PreparedDraft): Features => {
  const { incoming, input } = draft
  const features = new Map<number, number>()
  const add = (sort: string, a: number, value: number, b = 0) => features.set(placeOf(sort, a, b), value)
  const their = lexicon.read(incoming.folded)
  const theirWords = their.words
  const share = WEIGHT.words / Math.sqrt(Math.max(1, theirWords.length * 2))
  theirWords.forEach((word, i) => {
    add('their word', hashOf(word), share)
    for (const length of STEMS)
      if (word.length >= length) add('their stem', hashOf(word.slice(0, length)), share, length)
    if (i > 0) add('their pair', hashOf(theirWords[i - 1] ?? ''), share, hashOf(word))
  })
  const conceptsIn = ({ met }: Read) => [...new Set(met.map((m) => lexicon.names[m.concept] ?? ''))]
  for (const { concept } of everydayKinds.read(incoming.folded).met)
    add('their kind', hashOf(everydayKinds.names[concept] ?? ''), WEIGHT.kind)
  for (const person of personsIn(theirWords)) add('their person', hashOf(person), WEIGHT.theirs)
  add('their length', Math.min(6, theirWords.length >> 2), WEIGHT.kind)
  if (/\d/.test(incoming.folded)) add('their figures', 0, WEIGHT.theirs)
  if (/[€$£]|\b(?:eur|euros?|balles|quid|bucks|chf)\b/.test(incoming.folded)) add('their money', 0, WEIGHT.theirs)
  const theirs = conceptsIn(their).sort()
  theirs.forEach((concept, i) => {
    add('their concept', hashOf(concept), WEIGHT.theirs)
    for (const other of theirs.slice(i + 1)) add('their concepts', hashOf(concept), WEIGHT.pair, hashOf(other))
  })
  const ours = conceptsIn(lexicon.read(draft.folded))
  for (const concept of ours) add('our concept', hashOf(concept), WEIGHT.ours)
  const way = draft.privateWays.length > 0 ? 1 : 0
  add('way', way, WEIGHT.way)
  add('own matter', Math.round(incoming.ownMatter * 5), WEIGHT.sign)
  add('unhappy', incoming.unhappy ? 1 : 0, WEIGHT.theirs)
  for (const channel of CHANNELS) if (ours.includes(channel)) add('channel', hashOf(channel), WEIGHT.sign, way)
  const signs = signsOf(draft)
  add('listed', signs.some((sign) => sign.code === 'P1') ? 1 : 0, WEIGHT.way)
  for (const code of new Set(signs.map((sign) => sign.code)))
    if (code !== 'P1' && code !== 'G3') add('sign', hashOf(code), WEIGHT.theirs)
  add('facts', Math.min(3, input.facts.length), 0.5)
  add('settled', input.settled ? 1 : 0, WEIGHT.theirs)
  if (incoming.text.trimEnd().endsWith('?')) add('asks', 0, WEIGHT.theirs)
  if (CONTACT.test(draft.folded)) add('contact', 0, WEIGHT.sign)
  return features
}
