const SIZE = 32
const SHINGLE = 3

/** What is left of a message when it is told from others: equal places are shared words in their order. */
export type Signature = readonly number[]

/** A hash of 32 bits that is the same on every machine (FNV-1a). */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** One hash of the family: the same shingle, stirred another way. */
const stir = (hash: number, turn: number): number => {
  let h = Math.imul(hash ^ Math.imul(turn + 1, 0x9e3779b1), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

const shinglesOf = (words: readonly string[]): Set<number> => {
  const last = Math.max(1, words.length - SHINGLE + 1)
  const all = Array.from({ length: last }, (_, i) => hashOf(words.slice(i, i + SHINGLE).join(' ')))
  return new Set(all)
}

/** The smallest stirred hash of all runs of three words, thirty-two times over: two messages share as many as they share of their words. */
export function signatureOf(words: readonly string[]): Signature {
  if (words.length === 0) return []
  const shingles = shinglesOf(words)
  return Array.from({ length: SIZE }, (_, turn) => {
    let least = 0xffffffff
    for (const shingle of shingles) least = Math.min(least, stir(shingle, turn))
    return least
  })
}

/** How much of their words two messages share, from 0 to 1; nothing is like a message without words. */
export function likeness(a: Signature, b: Signature): number {
  if (a.length === 0 || b.length === 0) return 0
  let same = 0
  for (let i = 0; i < SIZE; i++) if (a[i] === b[i]) same++
  return same / SIZE
}
