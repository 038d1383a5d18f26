import type { Folded } from '#core/guard/reading/fold.ts'
import { type CutMessage, MOST_TOKENS } from './tokens.ts'

/** A word or sign as it is spelt, and from which token to which it stands. */
export type Spelt = { readonly word: string; readonly from: number; readonly to: number }

const WORD = /[@#]?[\p{L}\p{N}_][\p{L}\p{M}\p{N}_']{0,60}|[^\p{L}\p{M}\p{N}_\s]/gu

/** The folded text with its accents: where fold only took marks from a letter they stand again; unit by unit as long as the folded one. */
const withAccents = ({ text, folded, plain, origin }: Folded): string => {
  let spelt = ''
  for (let at = 0; at < folded.length; at++) {
    const [start = 0, end = 0] = [origin[at], origin[at + 1]]
    const isAlone = start < end && origin[at - 1] !== start
    const accented = isAlone && (end > start + 1 || text.charCodeAt(start) >= 0x80)
    const letter = accented ? text.slice(start, end).normalize('NFC').charAt(0) : ''
    spelt += accented && letter.normalize('NFD').charAt(0) === plain.charAt(at) ? letter : folded.charAt(at)
  }
  return spelt
}

/**
 * The words of a message as they are spelt, with accents, names of accounts and tags: what bringing words to one form loses. Invisible
 * signs and look-alike letters are gone here too.
 */
export const speltWords = ({ source, tokens }: CutMessage): readonly Spelt[] => {
  const spelt: Spelt[] = []
  let from = 0
  for (const m of withAccents(source).matchAll(WORD)) {
    if (spelt.length >= MOST_TOKENS) break
    const end = m.index + m[0].length
    while (from < tokens.length && (tokens[from]?.end ?? 0) <= m.index) from++
    let to = from
    while (to < tokens.length && (tokens[to]?.start ?? 0) < end) to++
    spelt.push({ word: m[0].toLowerCase(), from, to })
  }
  return spelt
}
