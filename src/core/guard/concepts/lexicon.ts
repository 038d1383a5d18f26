import { onceForEach } from '../reading/once.ts'

/** Beginnings are looked up by their first letters; a shorter beginning would match too much to mean anything. */
const LETTERS = 3

/** Where the words of an expression lead: by the whole word, or by how it begins. */
export type Step = {
  readonly whole: Map<string, Step>
  readonly begun: Map<string, [string, Step][]>
  /** Concepts that end here, by their number. */
  readonly concepts: number[]
}

/** What words mean to the trade: many turns of phrase, few concepts. */
export type Lexicon = {
  readonly names: readonly string[]
  readonly first: Step
  /** Where each word that was met leads as the first of an expression: the words of a desk come back all day long. */
  readonly leads: Map<string, readonly Step[]>
  /** Reads a folded text once for all who ask. */
  readonly read: (folded: string) => Read
}

/** The words of a text, where each begins, and every concept that is met among them. */
export type Read = {
  readonly words: readonly string[]
  readonly starts: readonly number[]
  readonly met: readonly Met[]
}

const step = (): Step => ({ whole: new Map(), begun: new Map(), concepts: [] })

const WORD = /[a-z0-9]+'?\*?|[%€$£!?]|\p{Extended_Pictographic}/gu

/** The words of a folded text: elisions apart (« l' », « avis »), signs that carry a meaning, emoji. */
export const wordsOf = (folded: string): readonly string[] => folded.match(WORD) ?? []

const follow = (from: Step, word: string): Step => {
  if (!word.endsWith('*')) {
    const known = from.whole.get(word) ?? step()
    from.whole.set(word, known)
    return known
  }
  const beginning = word.slice(0, -1)
  if (beginning.length < LETTERS) return follow(from, beginning)
  const alike = from.begun.get(beginning.slice(0, LETTERS)) ?? []
  from.begun.set(beginning.slice(0, LETTERS), alike)
  const known = alike.find(([begun]) => begun === beginning)?.[1]
  if (known !== undefined) return known
  const next = step()
  alike.push([beginning, next])
  return next
}

/** Reads lines `concept: expression | expression`; `*` stands for any ending of a word. */
export const readLexicon = (...texts: readonly string[]): Lexicon => {
  const names: string[] = []
  const first = step()
  for (const line of texts.join('\n').split('\n')) {
    const colon = line.indexOf(':')
    if (colon < 1) continue
    const name = line.slice(0, colon).trim()
    if (!names.includes(name)) names.push(name)
    const concept = names.indexOf(name)
    for (const expression of line.slice(colon + 1).split('|')) {
      const last = wordsOf(expression.trim()).reduce(follow, first)
      if (last !== first && !last.concepts.includes(concept)) last.concepts.push(concept)
    }
  }
  const leads = new Map<string, readonly Step[]>()
  const read = onceForEach((folded: string): Read => {
    const words: string[] = []
    const starts: number[] = []
    for (const { 0: word, index } of folded.matchAll(WORD)) {
      words.push(word)
      starts.push(index)
    }
    return { words, starts, met: meet({ first, leads }, words) }
  })
  return { names, first, leads, read }
}

/** A concept met in a text: from which of its words to which. */
export type Met = { readonly concept: number; readonly from: number; readonly to: number }

/** Where a word leads from a step: by itself, and by how it begins. */
const follows = (at: Step, word: string): readonly Step[] => {
  const whole = at.whole.get(word)
  const alike = at.begun.size === 0 ? undefined : at.begun.get(word.slice(0, LETTERS))
  if (alike === undefined) return whole === undefined ? [] : [whole]
  const begun = alike.flatMap(([beginning, then]) => (word.startsWith(beginning) ? [then] : []))
  return whole === undefined ? begun : [whole, ...begun]
}

const REMEMBERED = 20_000
const leadsOf = ({ first, leads }: Pick<Lexicon, 'first' | 'leads'>, word: string): readonly Step[] => {
  const known = leads.get(word)
  if (known !== undefined) return known
  if (leads.size >= REMEMBERED) leads.clear()
  const found = follows(first, word)
  leads.set(word, found)
  return found
}

const walk = (at: Step, words: readonly string[], from: number, to: number, met: Met[]): void => {
  for (const concept of at.concepts) met.push({ concept, from, to })
  const word = words[to]
  if (word === undefined || (at.whole.size === 0 && at.begun.size === 0)) return
  for (const next of follows(at, word)) walk(next, words, from, to + 1, met)
}

/** Every concept of a text, in the order of its words. */
export const meet = (lexicon: Pick<Lexicon, 'first' | 'leads'>, words: readonly string[]): readonly Met[] => {
  const met: Met[] = []
  words.forEach((word, i) => {
    for (const next of leadsOf(lexicon, word)) walk(next, words, i, i + 1, met)
  })
  return met
}

/** How many words begin before a place. */
const wordsBefore = (starts: readonly number[], place: number): number => {
  const next = starts.findIndex((start) => start >= place)
  return next === -1 ? starts.length : next
}

/** What was read of a text between two of its places. */
export const readBetween = ({ words, starts, met }: Read, start: number, end: number): Omit<Read, 'starts'> => {
  const from = wordsBefore(starts, start)
  const to = wordsBefore(starts, end)
  return { words: words.slice(from, to), met: met.filter((m) => m.from >= from && m.to <= to) }
}
