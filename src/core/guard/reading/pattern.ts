import { LONGEST_PREFIX, prefixesOf } from './prefixes.ts'
import { codeOf, readStarts, type Starts } from './starts.ts'

/** A place in the folded text where a pattern holds. */
export type Match = { readonly start: number; readonly end: number; readonly text: string }

/** A list of turns of phrase, each tried only at the words that begin like it. */
export type WordList = {
  /** For one to four letters: what may begin so. */
  readonly byPrefix: readonly ReadonlyMap<number, readonly RegExp[]>[]
  /** What could begin with anything. */
  readonly anywhere: readonly RegExp[]
}
export type Pattern = RegExp | WordList

/** The alternatives of a source, cut at the bars that stand in no group. */
const alternativesOf = (source: string): string[] => {
  const parts: string[] = []
  let depth = 0
  let from = 0
  for (let i = 0; i < source.length; i++) {
    const character = source[i]
    if (character === '\\') i++
    else if (character === '[') while (source[i] !== ']') i += source[i] === '\\' ? 2 : 1
    else if (character === '(') depth++
    else if (character === ')') depth--
    else if (character === '|' && depth === 0) {
      parts.push(source.slice(from, i))
      from = i + 1
    }
  }
  parts.push(source.slice(from))
  return parts
}

const bounded = (alternative: string) =>
  `${alternative.startsWith("'") ? '' : '(?<![a-z0-9_])'}(?:${alternative})(?![a-z0-9_])`

/** Whole words of the folded text, any of the alternatives; the longest wins where several hold. */
export const words = (...sources: readonly string[]): WordList => {
  const byPrefix = Array.from({ length: LONGEST_PREFIX }, () => new Map<number, RegExp[]>())
  const anywhere: RegExp[] = []
  for (const alternative of sources.flatMap(alternativesOf)) {
    const prefixes = prefixesOf(alternative)
    const pattern = new RegExp(bounded(alternative), prefixes === null ? 'gu' : 'yu')
    if (prefixes === null) anywhere.push(pattern)
    for (const prefix of prefixes ?? []) {
      const known = byPrefix[prefix.length - 1]
      const code = codeOf(prefix, 0, prefix.length)
      const same = known?.get(code)
      if (same === undefined) known?.set(code, [pattern])
      else same.push(pattern)
    }
  }
  return { byPrefix, anywhere }
}

let lastText = ''
let lastStarts = readStarts('')
/** Many lists read the same text one after the other. */
const startsOf = (text: string): Starts => {
  if (text !== lastText) {
    lastStarts = readStarts(text)
    lastText = text
  }
  return lastStarts
}

/** The first, and of two at the same place the longer. */
const inOrder = (a: Match, b: Match) => a.start - b.start || b.end - a.end

const tryAt = (patterns: readonly RegExp[], body: string, start: number, found: Match[]): void => {
  for (const pattern of patterns) {
    pattern.lastIndex = start
    const m = pattern.exec(body)
    if (m !== null && m[0] !== '') found.push({ start, end: start + m[0].length, text: m[0] })
  }
}

const tryAnywhere = (pattern: RegExp, body: string, found: Match[]): void => {
  pattern.lastIndex = 0
  for (let m = pattern.exec(body); m !== null; m = pattern.exec(body)) {
    if (m[0] === '') pattern.lastIndex++
    else found.push({ start: m.index, end: m.index + m[0].length, text: m[0] })
  }
}

const findListed = (list: WordList, body: string, onlyOne: boolean): Match[] => {
  const { last, before } = startsOf(body)
  const found: Match[] = []
  for (let i = 0; i < LONGEST_PREFIX; i++) {
    const listed = list.byPrefix[i]
    const places = last[i]
    const chain = before[i]
    if (listed === undefined || places === undefined || chain === undefined || listed.size === 0) continue
    // Whichever is shorter, the list or the text, is gone through.
    if (listed.size < places.size) {
      for (const [code, patterns] of listed)
        for (let at = places.get(code) ?? -1; at !== -1; at = chain[at] ?? -1) {
          tryAt(patterns, body, at, found)
          if (onlyOne && found.length > 0) return found
        }
    } else
      for (const [code, place] of places) {
        const patterns = listed.get(code)
        if (patterns === undefined) continue
        for (let at = place; at !== -1; at = chain[at] ?? -1) tryAt(patterns, body, at, found)
        if (onlyOne && found.length > 0) return found
      }
  }
  for (const pattern of list.anywhere) tryAnywhere(pattern, body, found)
  if (found.length < 2) return found
  found.sort(inOrder)
  const kept: Match[] = []
  for (const m of found) if (m.start >= (kept.at(-1)?.end ?? 0)) kept.push(m)
  return kept
}

/** Every place where the pattern holds, none over another; written without nested repetition, so that this stays linear. */
export const findAll = (pattern: Pattern, text: string, from = 0, to = text.length): Match[] => {
  const body = from === 0 && to === text.length ? text : text.slice(from, to)
  if (!(pattern instanceof RegExp)) {
    const listed = findListed(pattern, body, false)
    return from === 0 ? listed : listed.map((m) => ({ start: m.start + from, end: m.end + from, text: m.text }))
  }
  const found: Match[] = []
  tryAnywhere(pattern, body, found)
  return from === 0 ? found : found.map((m) => ({ start: m.start + from, end: m.end + from, text: m.text }))
}

export const has = (pattern: Pattern, text: string): boolean => {
  if (!(pattern instanceof RegExp)) return findListed(pattern, text, true).length > 0
  pattern.lastIndex = 0
  return pattern.test(text)
}
