import type { Atom } from './length.ts'

/** Weights by code point, for networks that count some characters double; passed as data by the connector. */
export type WeightTable = {
  /** Inclusive ranges of code points. */
  readonly ranges: readonly { readonly from: number; readonly to: number; readonly weight: number }[]
  readonly otherWeight: number
  /** A whole emoji, however many code points it has. */
  readonly emojiWeight?: number
}

/** How a network counts when it does not count what it sees. */
export type Weighing = {
  /** What a link counts for, whatever its length. */
  readonly urlWeight?: number
  /** Host names without `https://` count as links when they end in one of these: `com`, `fr`… */
  readonly bareDomains?: readonly string[]
  /** `@name@host` counts as `@name`. */
  readonly mentionsWithoutHost?: boolean
  /** Without a table, what a reader calls a character counts for one. */
  readonly table?: WeightTable
}

type Grapheme = { readonly start: number; readonly grapheme: string }

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })
const PLAIN = /^[\n\x20-\x7e]*$/
const LINK = /(?<![\p{L}\p{N}])https?:\/\/[^\s<>"«»]+/giu
const MENTION = /(?<![\w/])(@[\w.-]+)@[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?/gu
const EMOJI = /^(?:\p{RGI_Emoji}|\p{Emoji_Presentation})/v
/** Punctuation of the sentence, not of the link that it follows. */
const AFTER_LINK = new Set('.,;:!?…\'’"”)]}')

/** What a reader calls characters, each with its UTF-16 index: the counter speaks the writer's language (A4). */
export function* readGraphemes(text: string, offset = 0): Iterable<Grapheme> {
  if (PLAIN.test(text)) {
    for (let index = 0; index < text.length; index++) yield { start: offset + index, grapheme: text.charAt(index) }
    return
  }
  for (const { index, segment } of segmenter.segment(text)) yield { start: offset + index, grapheme: segment }
}

/** The size of a text on the wire, where networks limit that (A3); a lone half of a character travels as three bytes. */
export function utf8Length(text: string): number {
  let bytes = 0
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
  }
  return bytes
}

function weighGrapheme(grapheme: string, table: WeightTable | undefined): number {
  if (!table) return 1
  if (table.emojiWeight !== undefined && EMOJI.test(grapheme)) return table.emojiWeight
  let weight = 0
  for (const character of grapheme.normalize('NFC')) {
    const point = character.codePointAt(0) ?? 0
    weight += table.ranges.find(({ from, to }) => from <= point && point <= to)?.weight ?? table.otherWeight
  }
  return weight
}

type Special = { readonly start: number; readonly end: number; readonly weight: number }

function withoutTail(found: string): string {
  let end = found.length
  while (end > 0 && AFTER_LINK.has(found.charAt(end - 1))) end--
  // A link may end in a parenthesis that it opened itself.
  const keepsParenthesis = found[end] === ')' && found.slice(0, end).includes('(')
  return found.slice(0, keepsParenthesis ? end + 1 : end)
}

function bareDomain(domains: readonly string[]): RegExp {
  const endings = domains.filter((domain) => /^[\p{L}\p{N}]+$/u.test(domain)).join('|')
  const name = '[\\p{L}\\p{N}-]+'
  return new RegExp(`(?<![\\p{L}\\p{N}@./-])(?:${name}\\.)+(?:${endings})(?![\\p{L}\\p{N}-])(?:/[^\\s<>"«»]*)?`, 'giu')
}

function findSpecials(text: string, weighing: Weighing): Special[] {
  const { urlWeight, bareDomains = [], mentionsWithoutHost, table } = weighing
  const specials: Special[] = []
  if (urlWeight !== undefined) {
    for (const pattern of bareDomains.length > 0 ? [LINK, bareDomain(bareDomains)] : [LINK]) {
      for (const { 0: found, index } of text.matchAll(pattern)) {
        specials.push({ start: index, end: index + withoutTail(found).length, weight: urlWeight })
      }
    }
  }
  if (mentionsWithoutHost) {
    for (const { 0: found, 1: name = '', index } of text.matchAll(MENTION)) {
      const weight = [...name].reduce((sum, character) => sum + weighGrapheme(character, table), 0)
      specials.push({ start: index, end: index + found.length, weight })
    }
  }
  return specials.sort((a, b) => a.start - b.start)
}

/** Links and mentions as the network counts them, and each character between by its weight: no reply is cut (A3). */
export function* weighAtoms(text: string, weighing: Weighing): Iterable<Atom> {
  let done = 0
  const between = function* (end: number): Iterable<Atom> {
    for (const { start, grapheme } of readGraphemes(text.slice(done, end), done)) {
      yield { start, weight: weighGrapheme(grapheme, weighing.table) }
    }
  }
  for (const { start, end, weight } of findSpecials(text, weighing)) {
    // A host name inside a link is part of it.
    if (start < done) continue
    yield* between(start)
    yield { start, weight }
    done = end
  }
  yield* between(text.length)
}
