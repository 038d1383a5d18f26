import { meet } from '#core/guard/concepts/lexicon.ts'
import { cues } from './cues/cues.ts'
import { eachLetters, hashOf, mix, placed } from './letters.ts'
import { mannerOf, personalSigns } from './manner.ts'
import { orderSigns } from './order.ts'
import { speltWords } from './spelt.ts'
import type { CutMessage, Token } from './tokens.ts'

/** What a message is made of: a place of the table, how much it counts, and from which token to which it stands. */
export type Features = {
  readonly places: readonly number[]
  readonly values: readonly number[]
  readonly from: readonly number[]
  readonly to: readonly number[]
}

/** How much each sort of sign counts beside the others; a sort shares its weight among its signs. */
const WEIGHT = { words: 1, letters: 1, spelt: 1, cue: 0.9, pair: 0.1, denied: 0.9, style: 0.35, edge: 0.35 }
const LETTERS_FROM = 2
const LETTERS_TO = 5
/** A denial reaches so many words. */
const REACH = 3

const DENIALS = new Set(
  "pas plus jamais aucun aucune rien sans ni not no never without none nothing don' doesn' didn' isn' wasn' won' can' couldn' aren' haven' hasn' ain' dont cant wont didnt isnt nor".split(
    ' ',
  ),
)

/** What a message is made of: its words, pairs and letters, the turns of phrase it holds, and its manner. */
export const featuresOf = (message: CutMessage): Features => {
  const { tokens } = message
  const [places, values, from, to]: [number[], number[], number[], number[]] = [[], [], [], []]
  const add = (hash: number, first: number, last: number) => {
    places.push(placed(hash))
    from.push(first)
    to.push(last)
  }
  const share = (weight: number, since: number) => {
    const value = weight / Math.sqrt(Math.max(1, places.length - since))
    while (values.length < places.length) values.push(value)
  }

  let denied = 0
  tokens.forEach(({ word, loud }, i) => {
    add(hashOf('w', word), i, i + 1)
    if (i > 0) add(mix(hashOf('b', tokens[i - 1]?.word ?? ''), hashOf('b', word)), i - 1, i + 1)
    if (loud) add(hashOf('l', word), i, i + 1)
    if (denied > 0) {
      add(hashOf('n', word), i, i + 1)
      denied--
    }
    if (DENIALS.has(word)) denied = REACH
  })
  share(WEIGHT.words, 0)

  let since = places.length
  for (const [i, { word }] of tokens.entries())
    eachLetters(word, LETTERS_FROM, LETTERS_TO, (hash) => add(hash, i, i + 1))
  share(WEIGHT.letters, since)

  since = places.length
  const spelt = speltWords(message)
  spelt.forEach(({ word, from: first, to: last }, i) => {
    add(hashOf('W', word), first, last)
    const before = spelt[i - 1]
    if (before !== undefined) add(mix(hashOf('B', before.word), hashOf('B', word)), before.from, last)
  })
  share(WEIGHT.spelt, since)

  const seen = new Set<string>()
  const met = meet(
    cues,
    tokens.map((t) => t.word),
  )
  const names: string[] = []
  const told: { name: string; at: number }[] = []
  for (const { concept, from: first, to: last } of met) {
    const name = cues.names[concept] ?? ''
    told.push({ name, at: first })
    if (seen.has(name)) continue
    seen.add(name)
    names.push(name)
    add(hashOf('c', name), first, last)
    values.push(WEIGHT.cue)
    if (isDenied(tokens, first)) {
      add(hashOf('d', name), first, last)
      values.push(WEIGHT.denied)
    }
  }
  names.sort()
  for (let a = 0; a < names.length; a++)
    for (let b = a + 1; b < names.length; b++) {
      add(mix(hashOf('p', names[a] ?? ''), hashOf('p', names[b] ?? '')), 0, 0)
      values.push(WEIGHT.pair)
    }

  for (const sign of [...mannerOf(message), ...personalSigns(message), ...orderSigns(told)]) {
    add(hashOf('s', sign), 0, 0)
    values.push(WEIGHT.style)
  }
  const first = tokens.find((t) => t.word !== '(someone)')?.word ?? ''
  for (const [kind, word] of [
    ['f', first],
    ['e', tokens.at(-1)?.word ?? ''],
  ] as const) {
    add(hashOf(kind, word), 0, 0)
    values.push(WEIGHT.edge)
  }
  return { places, values, from, to }
}

const isDenied = (tokens: readonly Token[], at: number): boolean => {
  for (let i = Math.max(0, at - REACH); i < at; i++) if (DENIALS.has(tokens[i]?.word ?? '')) return true
  return false
}
