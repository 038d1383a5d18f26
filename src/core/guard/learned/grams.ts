const LONGEST = 1500
const SEED = 0x811c9dc5
const PRIME = 0x01000193
const [WORD, PAIR, LETTERS] = [119, 98, 99].map((kind) => Math.imul(SEED ^ kind, PRIME))
const EDGE = 60
const mix = (hash: number, unit: number) => Math.imul(hash ^ unit, PRIME)

/** Every figure counts as one; what stays is letters, apostrophes and the signs that carry a tone. */
const isDigit = (unit: number) => unit >= 48 && unit <= 57
const isLetter = (unit: number) => (unit >= 97 && unit <= 122) || unit === 39
const isSign = (unit: number) =>
  unit === 33 || unit === 63 || unit === 37 || unit === 36 || unit === 163 || unit === 0x20ac

/** Hands over words, pairs of words and letters in a row, each as a place in a table of `size` (a power of two), and keeps none of them. */
export const eachGram = (folded: string, size: number, see: (place: number) => void): void => {
  const add = (hash: number) => see((hash ^ (hash >>> 15)) & (size - 1))
  const word = [EDGE]
  let before = PAIR ?? SEED
  const close = () => {
    if (word.length === 1) return
    let whole = WORD ?? SEED
    let paired = before
    before = PAIR ?? SEED
    for (let i = 1; i < word.length; i++) {
      const unit = word[i] ?? 0
      whole = mix(whole, unit)
      paired = mix(paired, unit)
      before = mix(before, unit)
    }
    before = mix(before, 32)
    add(whole)
    add(paired)
    word.push(EDGE + 2)
    for (let i = 0; i + 3 <= word.length; i++) {
      let hash = LETTERS ?? SEED
      for (let length = 1; length <= 5 && i + length <= word.length; length++) {
        hash = mix(hash, word[i + length - 1] ?? 0)
        if (length >= 3) add(hash)
      }
    }
    word.length = 1
  }
  const end = Math.min(folded.length, LONGEST)
  let kind = 0
  for (let i = 0; i < end; i++) {
    const unit = folded.charCodeAt(i)
    const now = isLetter(unit) ? 1 : isDigit(unit) ? 2 : isSign(unit) ? 3 : 0
    if (now !== kind) close()
    if (now === 2 ? kind !== 2 : now !== 0) word.push(now === 2 ? 48 : unit)
    kind = now
  }
  close()
}

export const gramsOf = (folded: string, size: number): readonly number[] => {
  const places: number[] = []
  eachGram(folded, size, (place) => places.push(place))
  return places
}
