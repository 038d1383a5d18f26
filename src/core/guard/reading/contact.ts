/** An address or a number written in full in the folded text. */
export type Contact = {
  readonly kind: 'email' | 'phone' | 'card' | 'iban' | 'link'
  readonly start: number
  readonly end: number
  readonly value: string
}

const MAIL_SIDE = /[a-z0-9._%+-]/
const LONGEST_SIDE = 64

const sideFrom = (text: string, at: number, step: 1 | -1): number => {
  let i = at
  for (let n = 0; n < LONGEST_SIDE && MAIL_SIDE.test(text.charAt(i)); n++) i += step
  return i
}

const emailsOf = (folded: string): Contact[] => {
  const found: Contact[] = []
  for (let at = folded.indexOf('@'); at !== -1; at = folded.indexOf('@', at + 1)) {
    const start = sideFrom(folded, at - 1, -1) + 1
    let end = sideFrom(folded, at + 1, 1)
    while (end > at && /[.%_+-]/.test(folded.charAt(end - 1))) end--
    const value = folded.slice(start, end)
    if (start < at && /@[^@]+\.[a-z]{2,}$/.test(value)) found.push({ kind: 'email', start, end, value })
  }
  return found
}

const DIGIT_RUN = /\+?\d(?:[ .\-/()]{0,2}\d)*/g
const IBAN_START = /\b[a-z]{2}\d{2}(?= ?[a-z0-9]{4})/g

/** ISO 13616: letters count 10 to 35, the first four characters go last, the rest modulo 97 is 1. */
export const isIban = (compact: string): boolean => {
  if (!/^[a-z]{2}\d{2}[a-z0-9]{11,30}$/.test(compact)) return false
  let rest = 0
  for (const character of compact.slice(4) + compact.slice(0, 4))
    rest = Number(`${rest}${Number.parseInt(character, 36)}`) % 97
  return rest === 1
}

export const isCardNumber = (digits: string): boolean => {
  if (digits.length < 13 || digits.length > 19 || /^(\d)\1+$/.test(digits)) return false
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits.charAt(digits.length - 1 - i))
    sum += i % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2
  }
  return sum % 10 === 0
}

const IBAN_LONGEST = 42

const ibansOf = (folded: string): Contact[] => {
  const found: Contact[] = []
  IBAN_START.lastIndex = 0
  for (let m = IBAN_START.exec(folded); m !== null; m = IBAN_START.exec(folded)) {
    // The longest reading first: a word may follow the last group.
    const body =
      /^[a-z0-9]+(?: [a-z0-9]{1,4}(?![a-z0-9]))*/.exec(folded.slice(m.index, m.index + IBAN_LONGEST))?.[0] ?? ''
    for (let end = body.length; end >= 15; end--) {
      if (end < body.length && body.charAt(end) !== ' ') continue
      if (!isIban(body.slice(0, end).replaceAll(' ', ''))) continue
      found.push({ kind: 'iban', start: m.index, end: m.index + end, value: body.slice(0, end) })
      IBAN_START.lastIndex = m.index + end
      break
    }
  }
  return found
}

/** A number that one can dial: national with its leading zero, international, or written in the North American way. */
const isPhone = (written: string): boolean => {
  const digits = written.replace(/\D/g, '')
  if (/^\+/.test(written) || /^00[1-9]/.test(digits)) return digits.length >= 9 && digits.length <= 15
  if (/^0[1-9]/.test(digits)) return digits.length >= 9 && digits.length <= 12
  return /^\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}$/.test(written)
}

const LINK = /\bhttps?:\/\/[^\s"')]{1,200}|\bwww\.[^\s"')]{1,200}/g

const linksOf = (folded: string): Contact[] =>
  [...folded.matchAll(LINK)].map((m) => ({ kind: 'link', start: m.index, end: m.index + m[0].length, value: m[0] }))

/** Everything in the folded text that is a number to dial, an address to write to, a bank account or a card. */
export const findContacts = (folded: string): readonly Contact[] => {
  const links = folded.includes('http') || folded.includes('www.') ? linksOf(folded) : []
  const found = [...links, ...emailsOf(folded), ...ibansOf(folded)]
  const taken = (start: number, end: number) => found.some((f) => f.start < end && start < f.end)
  if (/\d{2}/.test(folded))
    for (const m of folded.matchAll(DIGIT_RUN)) {
      const value = m[0]
      const end = m.index + value.length
      if (value.length < 8 || taken(m.index, end) || /[a-z0-9@]/.test(folded.charAt(m.index - 1))) continue
      if (isCardNumber(value.replace(/\D/g, ''))) found.push({ kind: 'card', start: m.index, end, value })
      else if (isPhone(value)) found.push({ kind: 'phone', start: m.index, end, value })
    }
  return found.sort((a, b) => a.start - b.start)
}
