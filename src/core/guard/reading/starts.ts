import { LONGEST_PREFIX } from './prefixes.ts'

/** Where the words of a text (and its apostrophes and signs) begin, found again by their first letters. */
export type Starts = {
  /** For one to four letters: the last place that begins so. */
  readonly last: readonly ReadonlyMap<number, number>[]
  /** For one to four letters: each beginning, once. */
  readonly codes: readonly (readonly number[])[]
  /** For one to four letters: the place before that begins alike, or -1. */
  readonly before: readonly Int32Array[]
}

const MASK = 0x7f

/** Up to four letters as one number; units outside ASCII share one. */
export const codeOf = (text: string, at: number, length: number): number => {
  let code = 0
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(at + i)
    code = (code << 7) | (unit < MASK ? unit : MASK)
  }
  return code
}

const isWordUnit = (unit: number) => (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57) || unit === 95

/** Reads the beginnings of a text once. Linear in its length. */
export const readStarts = (text: string): Starts => {
  const last = Array.from({ length: LONGEST_PREFIX }, () => new Map<number, number>())
  const codes = Array.from({ length: LONGEST_PREFIX }, (): number[] => [])
  const before = Array.from({ length: LONGEST_PREFIX }, () => new Int32Array(text.length))
  let inWord = false
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    const word = isWordUnit(unit)
    if ((word && !inWord) || (!word && unit > 32))
      for (let length = 1; length <= LONGEST_PREFIX && i + length <= text.length; length++) {
        const code = codeOf(text, i, length)
        const places = last[length - 1]
        const chain = before[length - 1]
        if (places === undefined || chain === undefined) continue
        const previous = places.get(code)
        if (previous === undefined) codes[length - 1]?.push(code)
        chain[i] = previous ?? -1
        places.set(code, i)
      }
    inWord = word
  }
  return { last, codes, before }
}
