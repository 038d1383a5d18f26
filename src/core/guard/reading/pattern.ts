import { LONGEST_PREFIX, prefixesOf } from './prefixes.ts'
import { codeOf, readStarts, type Starts } from './starts.ts'

/** A place in the folded text where a pattern holds. */
export type Match = { readonly start: number; readonly end: number; readonly text: string }

/** A list of turns of phrase, each tried only at the words that begin like it. */
export type WordList = {
  /** For one to four letters: what may begin so. */
  readonly byPrefix: readonly ReadonlyMap<number, readonly RegExp[]>[]
  /** For one to four letters: the beginnings themselves. */
  readonly codes: readonly (readonly number[])[]
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
  return { byPrefix, codes: byPrefix.map((known) => [...known.keys()]), anywhere }
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

/** Shared by all lists that find nothing, which is most of them at every key. */
const NOTHING: readonly Match[] = []

const tryAt = (patterns: readonly RegExp[], body: string, start: number, found: Match[] | null): Match[] | null => {
  let known = found
  for (const pattern of patterns) {
    pattern.lastIndex = start
    if (!pattern.test(body) || pattern.lastIndex === start) continue
    known ??= []
    known.push({ start, end: pattern.lastIndex, text: body.slice(start, pattern.lastIndex) })
  }
  return known
}

const tryAnywhere = (pattern: RegExp, body: string, found: Match[]): void => {
  pattern.lastIndex = 0
  for (let m = pattern.exec(body); m !== null; m = pattern.exec(body)) {
    if (m[0] === '') pattern.lastIndex++
    else found.push({ start: m.index, end: m.index + m[0].length, text: m[0] })
  }
}

/** Goes over the shorter of the two, the beginnings that the list knows or those of the text; makes nothing where nothing holds. */
const findBegun = (list: WordList, body: string, onlyOne: boolean): Match[] | null => {
  const { last, codes, before } = startsOf(body)
  let found: Match[] | null = null
  for (let i = 0; i < LONGEST_PREFIX; i++) {
    const listed = list.byPrefix[i]
    const places = last[i]
    const chain = before[i]
    if (listed === undefined || places === undefined || chain === undefined || listed.size === 0) continue
    const shorter = (listed.size < places.size ? list.codes[i] : codes[i]) ?? []
    for (const code of shorter) {
      const place = places.get(code)
      const patterns = place === undefined ? undefined : listed.get(code)
      if (place === undefined || patterns === undefined) continue
      for (let at = place; at !== -1; at = chain[at] ?? -1) found = tryAt(patterns, body, at, found)
      if (onlyOne && found !== null) return found
    }
  }
  return found
}

const findListed = (list: WordList, body: string, onlyOne: boolean): readonly Match[] => {
  let found = findBegun(list, body, onlyOne)
  if (onlyOne && found !== null) return found
  if (list.anywhere.length > 0) {
    found ??= []
    for (const pattern of list.anywhere) tryAnywhere(pattern, body, found)
  }
  if (found === null) return NOTHING
  if (found.length < 2) return found
  found.sort(inOrder)
  const kept: Match[] = []
  for (const m of found) if (m.start >= (kept.at(-1)?.end ?? 0)) kept.push(m)
  return kept
}

/** Every place where the pattern holds, none over another; written without nested repetition, so that this stays linear. */
export const findAll = (pattern: Pattern, text: string, from = 0, to = text.length): readonly Match[] => {
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
