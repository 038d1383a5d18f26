/** Places of the table of weights; a power of two. */
export const PLACES = 1 << 17

const SEED = 0x811c9dc5
const PRIME = 0x01000193
export const mix = (hash: number, value: number): number => Math.imul(hash ^ value, PRIME)

/** A number for a word of some sort. */
export const hashOf = (sort: string, word: string): number => {
  let hash = mix(SEED, sort.charCodeAt(0))
  for (let i = 0; i < word.length; i++) hash = mix(hash, word.charCodeAt(i))
  return hash
}
export const placed = (hash: number): number => (hash ^ (hash >>> 15)) & (PLACES - 1)

const EDGE = 60
const LONGEST_WORD = 40
const LETTERS = mix(SEED, 103)

/** Letters in a row, so many at least and at most, with the edges of the word. */
export const eachLetters = (word: string, least: number, most: number, see: (hash: number) => void): void => {
  const end = Math.min(word.length, LONGEST_WORD)
  for (let i = -1; i < end; i++) {
    let hash = LETTERS
    for (let length = 1; length <= most && i + length - 1 <= end; length++) {
      const at = i + length - 1
      hash = mix(hash, at < 0 ? EDGE : at === end ? EDGE + 2 : word.charCodeAt(at))
      if (length >= least) see(hash)
    }
  }
}
