import { type Folded, fold, toOriginal } from '#core/guard/reading/fold.ts'

/** A word, sign or picture of a message, as it is weighed, with its place in the original text. */
export type Token = { readonly word: string; readonly start: number; readonly end: number; readonly loud: boolean }

export type CutMessage = { readonly source: Folded; readonly tokens: readonly Token[] }

/** What stands further is not read: a message says what it wants before that. */
const LONGEST = 4000
export const MOST_TOKENS = 600

const TOKEN =
  /https?(?::\S{0,300})?|www\.\S{1,300}|[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,64}\.[a-z0-9.-]{2,64}|@\w{1,60}|[a-z]+'?|\d[\d.,]*|[!?.…]{1,40}|[%€$£]|:-?[()/|dp]|<3|\p{Extended_Pictographic}/gu
const THREE = /([a-z])\1{2,}/g
/** « \u2019 » and « &amp; » spelt out, as exports of networks leave them. */
const SPELT_OUT = /\\u([0-9a-fA-F]{4})|&(amp|lt|gt);/g
const ENTITY: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>' }

const asWord = (token: string): string => {
  const first = token.charAt(0)
  if (first >= 'a' && first <= 'z') {
    if (token.startsWith('http') || token.startsWith('www.')) return '(link)'
    if (token.includes('@')) return '(mail)'
    return token.replace(THREE, '$1')
  }
  if (first === '@') return '(someone)'
  if (first >= '0' && first <= '9') {
    const digits = token.replace(/\D/g, '').length
    return digits > 5 ? '(number)' : digits > 2 ? '000' : digits > 1 ? '00' : token.charAt(0)
  }
  if (first === '!' || first === '?') return token.length > 1 ? `${first}${first}` : first
  if (first === '.' || first === '…') return token === '.' ? '.' : '…'
  return token
}

/** Cuts a message into what is weighed; linear in its length. */
export const cutMessage = (text: string): CutMessage => {
  const whole = text.slice(0, LONGEST)
  const read = /\\u|&/.test(whole)
    ? whole.replace(SPELT_OUT, (_, code: string | undefined, name: string | undefined) =>
        code === undefined ? (ENTITY[name ?? ''] ?? '') : String.fromCharCode(Number.parseInt(code, 16)),
      )
    : whole
  const source = fold(read)
  const tokens: Token[] = []
  for (const m of source.folded.matchAll(TOKEN)) {
    if (tokens.length >= MOST_TOKENS) break
    const [token] = m
    const at = m.index
    const plain = source.plain.slice(at, at + token.length)
    const loud = token.length > 2 && plain === plain.toUpperCase() && plain !== plain.toLowerCase()
    tokens.push({ word: asWord(token), start: at, end: at + token.length, loud })
  }
  return { source, tokens }
}

/** The words of the original behind some tokens. */
export const wordsBehind = ({ source }: CutMessage, { start, end }: { start: number; end: number }): string => {
  const span = toOriginal(source, start, end)
  return source.text.slice(span.start, span.end)
}
