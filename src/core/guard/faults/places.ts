/** Places for what a sentence is made of; a power of two, wide enough for two signs seldom to share one. */
export const PLACES = 1 << 18
/** What a text is made of, as places of a table and how much each counts. */
export type Features = ReadonlyMap<number, number>

const SEED = 0x811c9dc5
const PRIME = 0x01000193
export const mix = (hash: number, value: number): number => Math.imul(hash ^ value, PRIME)

const hashes = new Map<string, number>()
const REMEMBERED = 40_000
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

/** A place for a sign of a sort: the last steps spread what is alike. */
export const placeFor = (sort: number, a: number, b = 0): number => {
  let hash = mix(mix(sort, a), b)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) & (PLACES - 1)
}

/** Places for whole exchanges, which hold fewer signs. */
export const EXCHANGE_PLACES = 1 << 15
/** A place of a whole exchange for a sort of sign that has a name. */
export const placeOf = (sort: string, a: number, b = 0): number => {
  const hash = mix(mix(hashOf(sort), a), b)
  return (hash ^ (hash >>> 15)) & (EXCHANGE_PLACES - 1)
}

/** A sort of sign for each name, apart from all others. */
export const sortsOf = <Name extends string>(...names: Name[]): Readonly<Record<Name, number>> =>
  Object.fromEntries(names.map((name) => [name, hashOf(`sort ${name}`)])) as Record<Name, number>
