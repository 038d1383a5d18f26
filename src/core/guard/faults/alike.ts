import type { Language } from '../guard-input.ts'
import { ALIKE } from '../learned/alike.ts'
import { decodeWeights } from '../learned/net-letters.ts'
import { beginningOf } from './beginning.ts'

/** How many numbers tell the company that a word keeps. */
export const COMPANY = ALIKE.width

const table = decodeWeights(ALIKE.table, ALIKE.most, COMPANY)
const rows: Readonly<Record<Language, ReadonlyMap<string, number>>> = (() => {
  let row = 0
  const read = (beginnings: string) => new Map(beginnings.split(' ').map((beginning) => [beginning, ++row]))
  const en = read(ALIKE.en)
  return { en, fr: read(ALIKE.fr) }
})()

/**
 * What words mean by the company that they keep elsewhere: those that stand beside the same words are alike, also where the guard has
 * learned of one of them alone. The sum over the words, each once, by the root of how many are known; nothing where none is.
 */
export const companyOf = (words: readonly string[], language: Language): Float32Array => {
  const company = new Float32Array(COMPANY)
  const known = new Set<number>()
  for (const word of words) {
    const row = rows[language].get(beginningOf(word))
    if (row !== undefined) known.add(row)
  }
  const share = 1 / Math.sqrt(Math.max(1, known.size))
  for (const row of known)
    for (let i = 0; i < COMPANY; i++) company[i] = (company[i] ?? 0) + (table[row * COMPANY + i] ?? 0) * share
  return company
}
