import { fold } from '#core/guard/reading/fold.ts'
import { spelledAmount } from './spelled-amount.ts'

/** An amount that a text names: money in cents, or a share of a price. */
export type Amount =
  | { readonly kind: 'money'; readonly cents: number }
  | { readonly kind: 'share'; readonly percent: number }

const NUMERAL = "\\d{1,3}(?:[ .,']\\d{3})+(?:[.,]\\d{1,2})?(?!\\d)|\\d+(?:[.,]\\d{1,2})?"
const SIGN = '€|\\$|£|chf\\b|eur\\b|usd\\b|gbp\\b'
const NAME = 'euros?\\b|dollars?\\b|bucks?\\b|pounds?\\b|livres? sterling\\b|quid\\b|francs?\\b'

const AFTER = new RegExp(`(?<![\\d.,])(${NUMERAL}) ?(k)? ?(?:${SIGN}|${NAME})(\\d{2}(?!\\d))?`, 'g')
const BEFORE = new RegExp(`(?<!\\d ?k? ?)(?:${SIGN}) ?(${NUMERAL}) ?(k\\b)?`, 'g')
const SMALL = new RegExp(`(?<![\\d.,])(${NUMERAL}) ?(?:centimes?|cents?|pence)\\b`, 'g')
const SHARE = /(?<![\d.,])(\d+(?:[.,]\d+)?) ?(?:%|pour ?cents?\b|per ?cent\b)/g

/** What turns a percentage into a gift: « 100 % d'accord » is none. */
const GIVES =
  /(?:sur|on) (?:votre|ta|your) (?:prochaine?|next) |remis|reduc|rabais|ristourne|de moins|moins cher|offert|offr|bon d'achat|geste|rembours|avoir|dedommag|discount|\boff\b|voucher|refund|rebate|reduced|credit|goodwill|compensat/
const NEAR = 60

/** The last point or comma before one or two figures begins the cents; every other mark groups thousands. */
const toCents = (numeral: string): number => {
  const [, whole = numeral, cents = ''] = /^(.*?)(?:[.,](\d{1,2}))?$/.exec(numeral) ?? []
  return Number(whole.replace(/\D/g, '')) * 100 + Number(cents.padEnd(2, '0'))
}

const money = (cents: number): Amount[] => (Number.isSafeInteger(cents) ? [{ kind: 'money', cents }] : [])

/** Every amount that a text names, in figures or in words (G8, V1). */
export const amountsNamed = (text: string): Amount[] => {
  const { folded } = fold(text)
  const read = (pattern: RegExp, centsOf: (found: RegExpMatchArray) => number): Amount[] =>
    [...folded.matchAll(pattern)].flatMap((found) => money(centsOf(found)))
  const shares = [...folded.matchAll(SHARE)].flatMap((found): Amount[] => {
    const around = folded.slice(Math.max(0, found.index - NEAR), found.index + found[0].length + NEAR)
    const percent = Number((found[1] ?? '').replace(',', '.'))
    return folded[found.index - 1] === '-' || GIVES.test(around) ? [{ kind: 'share', percent }] : []
  })
  const thousands = (found: RegExpMatchArray) => (found[2] === undefined ? 1 : 1_000)
  return [
    ...read(AFTER, (found) => toCents(found[1] ?? '') * thousands(found) + Number(found[3] ?? 0)),
    ...read(BEFORE, (found) => toCents(found[1] ?? '') * thousands(found)),
    ...read(SMALL, (found) => Math.round(toCents(found[1] ?? '') / 100)),
    ...spelledAmount(folded).flatMap((units) => money(units * 100)),
    ...shares,
  ]
}
