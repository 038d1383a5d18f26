import type { Intent, Topic } from '#core/triage/labels.ts'
import { type ContentWord, contentWords } from './content-words.ts'
import { kinshipOf, type Telling } from './kinship.ts'
import { likeness, type Signature, signatureOf } from './min-hash.ts'

/** What a department is told of: what customers propose, ask and complain of. */
export const WISHES = ['suggestion', 'question', 'complaint'] as const satisfies readonly Intent[]
export type WishIntent = (typeof WISHES)[number]

export type WeekMessage = {
  readonly id: string
  readonly text: string
  readonly author: string
  readonly topic: Topic
  readonly intent: WishIntent
}

/** One thing that customers want, ask or complain of; without a label, what is left of a topic. */
export type Wish = {
  readonly topic: Topic
  readonly intent: WishIntent
  readonly label: readonly string[]
  readonly messages: readonly string[]
  readonly authors: number
}

type Heap = { messages: WeekMessage[]; words: Map<string, { spelt: string; count: number }>; signatures: Signature[] }
type Read = { message: WeekMessage; words: readonly ContentWord[] }

const SAME_WORDS = 0.55
const BOND = { words: 2, share: 0.4 }
/** A word belongs to a wish when so many of its messages say it. */
const SHARE = 0.25
/** Words that one message in five says tell nothing apart. */
const COMMON = 0.2
const LABEL_WORDS = 3
const MOST_SIGNATURES = 3
/** So many wishes of one kind on one topic are told by themselves. */
const MOST_OF_A_KIND = 3

/** How much a word tells, among all that was said in the week. */
const weigher = (reads: readonly Read[]) => {
  const said = new Map<string, number>()
  for (const { words } of reads)
    for (const word of new Set(words.map((one) => one.word))) said.set(word, (said.get(word) ?? 0) + 1)
  return (word: string): number => {
    const count = said.get(word) ?? 0
    // What is said once can be shared with nobody.
    return count < 2 || (reads.length >= 10 && count > reads.length * COMMON)
      ? 0
      : Math.log((reads.length + 10) / (count + 1))
  }
}

const aboutOf = ({ messages, words }: Heap): ReadonlySet<string> =>
  new Set([...words].filter(([, { count }]) => count >= messages.length * SHARE).map(([word]) => word))

const add = (heap: Heap, { message, words }: Read, signature: Signature): void => {
  heap.messages.push(message)
  if (heap.signatures.length < MOST_SIGNATURES) heap.signatures.push(signature)
  for (const { word, spelt } of new Map(words.map((one) => [one.word, one])).values()) {
    const known = heap.words.get(word)
    if (known === undefined) heap.words.set(word, { spelt, count: 1 })
    else known.count += 1
  }
}

const heapsOf = (reads: readonly Read[], weigh: (word: string) => number): Heap[] => {
  const heaps: Heap[] = []
  for (const read of reads) {
    const signature = signatureOf(read.words.map(({ word }) => word))
    const telling: Telling = new Map(
      read.words.flatMap(({ word }) => (weigh(word) > 0 ? [[word, weigh(word)] as const] : [])),
    )
    const nearest = heaps.reduce<{ heap: Heap | null; kin: number }>(
      (best, heap) => {
        const copied = heap.signatures.some((known) => likeness(known, signature) >= SAME_WORDS)
        const kin = copied ? 1 : kinshipOf(aboutOf(heap), telling, BOND)
        return kin > best.kin ? { heap, kin } : best
      },
      { heap: null, kin: 0 },
    )
    const heap = nearest.heap ?? { messages: [], words: new Map(), signatures: [] }
    if (nearest.heap === null) heaps.push(heap)
    add(heap, read, signature)
  }
  return heaps
}

const authorsOf = (messages: readonly WeekMessage[]): number => new Set(messages.map(({ author }) => author)).size

const labelOf = ({ words, messages }: Heap, weigh: (word: string) => number): string[] =>
  [...words]
    .map(([word, { spelt, count }]) => ({ spelt, weight: (count / messages.length) * weigh(word) }))
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, LABEL_WORDS)
    .map(({ spelt }) => spelt)

/**
 * What customers want and ask, gathered from a week of their words (L2, T5): what several people say is told by itself, by how many say it;
 * what is left of each topic stays together, so that no voice is dropped.
 */
export function gatherWishes(messages: readonly WeekMessage[]): readonly Wish[] {
  const reads = messages.map((message) => ({ message, words: contentWords(message.text) }))
  const weigh = weigher(reads)
  const kinds = new Map<string, Read[]>()
  for (const read of reads) {
    const key = `${read.message.topic} ${read.message.intent}`
    kinds.set(key, [...(kinds.get(key) ?? []), read])
  }
  return [...kinds.values()].flatMap((kind): Wish[] => {
    const [first] = kind
    if (first === undefined) return []
    const { topic, intent } = first.message
    const heaps = heapsOf(kind, weigh).toSorted((a, b) => authorsOf(b.messages) - authorsOf(a.messages))
    const told = heaps.filter((heap) => authorsOf(heap.messages) > 1).slice(0, MOST_OF_A_KIND)
    const rest = heaps.filter((heap) => !told.includes(heap)).flatMap((heap) => heap.messages)
    const wish = (label: string[], all: readonly WeekMessage[]): Wish => ({
      ...{ topic, intent, label, messages: all.map(({ id }) => id), authors: authorsOf(all) },
    })
    return [
      ...told.map((heap) => wish(labelOf(heap, weigh), heap.messages)),
      ...(rest.length > 0 ? [wish([], rest)] : []),
    ]
  })
}
