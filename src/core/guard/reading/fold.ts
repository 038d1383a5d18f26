/**
 * One reading of a text for every rule: without accents, case, invisible characters or letters that only look like Latin ones, and with
 * the way back to the original. `plain` keeps the case; both have the same length.
 */
export type Folded = {
  readonly text: string
  readonly folded: string
  readonly plain: string
  /** Original UTF-16 index where the folded unit begins; one more entry for the end. */
  readonly origin: Int32Array
}

const APOSTROPHES = '\u2018\u2019\u02bc\u02b9\u00b4`\u2032\uff07\u201b'
const QUOTES = '\u00ab\u00bb\u201c\u201d\u201e\u2033\uff02\u2039\u203a\u275d\u275e'
const DASHES = '\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d'
const LIGATURES: Record<string, string> = {
  œ: 'oe',
  Œ: 'OE',
  æ: 'ae',
  Æ: 'AE',
  ß: 'ss',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  ı: 'i',
}
/** Cyrillic and Greek letters that pass for Latin ones. */
const LOOK_ALIKES: Record<string, string> = {
  а: 'a',
  А: 'A',
  е: 'e',
  Е: 'E',
  о: 'o',
  О: 'O',
  р: 'p',
  Р: 'P',
  с: 'c',
  С: 'C',
  х: 'x',
  Х: 'X',
  у: 'y',
  У: 'Y',
  і: 'i',
  І: 'I',
  ј: 'j',
  Ј: 'J',
  ѕ: 's',
  Ѕ: 'S',
  ԁ: 'd',
  ԛ: 'q',
  ԝ: 'w',
  һ: 'h',
  м: 'm',
  М: 'M',
  т: 't',
  Т: 'T',
  к: 'k',
  К: 'K',
  н: 'h',
  Н: 'H',
  В: 'B',
  г: 'r',
  п: 'n',
  α: 'a',
  Α: 'A',
  Β: 'B',
  ε: 'e',
  Ε: 'E',
  ι: 'i',
  Ι: 'I',
  κ: 'k',
  Κ: 'K',
  ν: 'v',
  Ν: 'N',
  ο: 'o',
  Ο: 'O',
  ρ: 'p',
  Ρ: 'P',
  τ: 't',
  Τ: 'T',
  υ: 'u',
  Υ: 'Y',
  χ: 'x',
  Χ: 'X',
  Μ: 'M',
  Η: 'H',
  Ζ: 'Z',
  ɑ: 'a',
  ɡ: 'g',
  ⅼ: 'l',
}
/** Inclusive ranges of what takes no room or only joins: soft hyphens, fillers, direction marks, variation selectors, tags. */
const UNSEEN: readonly (readonly [number, number])[] = [
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0x20e3, 0x20e3],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xe0000, 0xe0fff],
]
const isUnseen = (character: string): boolean => {
  const code = character.codePointAt(0) ?? 0
  return UNSEEN.some(([from, to]) => code >= from && code <= to) || /^\p{M}$/u.test(character)
}

const foldSlow = (character: string): string => {
  if (isUnseen(character)) return ''
  if (APOSTROPHES.includes(character)) return "'"
  if (QUOTES.includes(character)) return '"'
  if (DASHES.includes(character)) return '-'
  const known = LIGATURES[character] ?? LOOK_ALIKES[character]
  if (known !== undefined) return known
  const code = character.codePointAt(0) ?? 0
  // Letters drawn in a box or a disc, and the letters of flags.
  for (const first of [0x1f130, 0x1f150, 0x1f170, 0x1f1e6])
    if (code >= first && code < first + 26) return String.fromCharCode(65 + code - first)
  if (/^\s$/u.test(character)) return ' '
  if (character === '°' || character === '…') return character
  const bare = character.normalize('NFKD').replace(/\p{M}/gu, '')
  return bare.length > 0 && bare.length <= 4 ? bare : character
}

const lowerKeepingLength = (plain: string): string => {
  const lower = plain.toLowerCase()
  return lower.length === plain.length ? lower : plain
}

const known = new Map<string, readonly [plain: string, folded: string]>()
const REMEMBERED = 4000

const foldCharacter = (character: string): readonly [string, string] => {
  const before = known.get(character)
  if (before !== undefined) return before
  const plain = foldSlow(character)
  const pair = [plain, lowerKeepingLength(plain)] as const
  if (known.size >= REMEMBERED) known.clear()
  known.set(character, pair)
  return pair
}

/** Reads a text once for all rules. Linear in its length. */
export const fold = (text: string): Folded => {
  const origin = new Int32Array(text.length * 4 + 1)
  let folded = ''
  let plain = ''
  let at = 0
  for (let i = 0; i < text.length; ) {
    const unit = text.charCodeAt(i)
    if (unit < 0x80) {
      const character = text.charAt(i)
      plain += unit === 0x60 ? "'" : unit === 9 || unit === 13 ? ' ' : character
      folded +=
        unit >= 65 && unit <= 90
          ? String.fromCharCode(unit + 32)
          : unit === 0x60
            ? "'"
            : unit === 9 || unit === 13
              ? ' '
              : character
      origin[at++] = i++
      continue
    }
    const character = String.fromCodePoint(text.codePointAt(i) ?? 0xfffd)
    const [asPlain, asFolded] = foldCharacter(character)
    plain += asPlain
    folded += asFolded
    for (let k = 0; k < asFolded.length; k++) origin[at++] = i
    i += character.length
  }
  origin[at] = text.length
  return { text, folded, plain, origin: origin.subarray(0, at + 1) }
}

/** The span of the original text behind a span of the folded one, on code point boundaries. */
export const toOriginal = (source: Folded, start: number, end: number): { start: number; end: number } => {
  const from = source.origin[start] ?? source.text.length
  const to = source.origin[end] ?? source.text.length
  if (to > from || end <= start) return { start: from, end: to }
  return { start: from, end: from + String.fromCodePoint(source.text.codePointAt(from) ?? 0).length }
}
