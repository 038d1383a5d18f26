import { amountsNamed } from '#core/approval/amounts.ts'
import type { Explanations, Found } from '../finding.ts'
import { toOriginal } from '../reading/fold.ts'
import { isNegative } from '../reading/mood.ts'
import { trimmed } from '../reading/prepare.ts'
import type { Sentence } from '../reading/segment.ts'
import type { Rule } from '../rule.ts'
import { asksForAnOffer } from './early-gesture.ts'

const PERCENT = '(?<![\\d.,])\\d{1,3}(?:[.,]\\d{1,2})? ?(?:%|pour ?cents?|per ?cent)'
const BOUGHT =
  'commandes?|achats?|panier|factures?|sejours?|repas|abonnement|orders?|purchases?|basket|bills?|stay|meal'
/** A gift in percent: « 20 % sur votre prochaine commande », « -10 % », "a 15% discount"; a rate or a share of anything else is none. */
const SHARE = new RegExp(
  `(?<![\\p{L}\\p{N}])-${PERCENT}|${PERCENT} (?:off\\b|discount|de (?:remise|reduction|rabais|moins))|` +
    `(?:offr\\w{0,5}|voici|accord\\w{0,5}|donn\\w{0,5}|here is|have|take|enjoy|offer\\w{0,4}|giv\\w{0,4}) (?:[^.,;]{0,20} )?${PERCENT} (?:sur|on) (?:votre|vos|ta|tes|your)\\b|` +
    `${PERCENT} (?:sur|on) (?:votre|ta|your) (?:prochaine?|next) (?:${BOUGHT})|(?:remise|reduction|rabais|ristourne|discount) (?:de|of) ${PERCENT}`,
  'u',
)
const PRICED = new RegExp(
  `(?<![\\d.,])(\\d{1,3}(?:[.,]\\d{1,2})?) ?(?:%|pour ?cents?|per ?cent) (?:off|de (?:remise|reduction|rabais))(?: sur| on)? (?:votre|ta|your) (?:\\w{1,12} )?(?:${BOUGHT}) (?:de|a|of|at) ([^,;.!?]{0,4}\\d[^,;!?]{0,20})`,
)
/** A gift by the brand; what is owed (a refund, a replacement) is none. */
const GESTURE =
  /\b(?:bons? d'achat|gestes? commercia(?:l|ux)|codes? promo|ristournes?|rabais|remise de \d|reduction de \d|cartes? cadeaux?|cheques? cadeaux?|(?:un|votre) cadeau|vouchers?|gift cards?|discounts?|goodwill gestures?|store credit)/

type Why = Exclude<Explanations['gesture-refused']['why'], 'not-settled'>

/** From which purchase on a share is given: no part of what is given. */
const FLOOR =
  /\b(?:over|above|from|at least|des|a partir de|plus de|superieure? a|minimum(?: de| of)?|au-dela de) [€$£]? ?\d[\d ]{0,9}(?:[.,]\d{1,2})? ?(?:€|\$|£|euros?|dollars?|pounds?)?/g

const moneyIn = (text: string): number[] =>
  amountsNamed(text).flatMap((amount) => (amount.kind === 'money' ? [amount.cents] : []))

/** What a share is worth where its price is named right behind it: « 20 % de remise sur votre commande de 50 € » is 10 €. */
const worthOf = (sentence: string): number | null => {
  const [, percent, price] = PRICED.exec(sentence) ?? []
  const [cents] = moneyIn(price ?? '')
  return percent === undefined || cents === undefined || moneyIn(sentence).length > 1
    ? null
    : Math.round((Number(percent.replace(',', '.')) * cents) / 100)
}

const whyNot = (sentence: string, cap: number | null, perYear: number | null, given: number): Why | null => {
  if (cap === null) return 'none-allowed'
  const shared = worthOf(sentence)
  const isShare = SHARE.test(sentence)
  const cents = shared === null ? moneyIn(isShare ? sentence.replace(FLOOR, '') : sentence) : [shared]
  const most = Math.max(0, ...cents)
  if (most > cap) return 'over-the-cap'
  if (perYear !== null && (given >= perYear || given + most > perYear)) return 'given-enough'
  return shared === null && isShare ? 'worth-unknown' : null
}

/** A goodwill gesture stays within what the charter allows: at all, at once, and in a year for one customer (G8, H1). */
export const gestureCap: Rule = {
  code: 'G8',
  doctrine: 'G8',
  sentence: 'Keep gestures within the charter.',
  appliesTo: ({ charter }) => charter !== undefined,
  find: (draft) => {
    const { charter, givenCents = 0 } = draft.input
    if (charter === undefined) return []
    const { capCents, perYearCents } = charter.goodwill
    return draft.sentences.flatMap((sentence: Sentence): Found[] => {
      const said = draft.folded.slice(sentence.start, sentence.end)
      if (!(GESTURE.test(said) || SHARE.test(said)) || isNegative(draft, sentence.start, sentence.end)) return []
      const why = whyNot(said, capCents, perYearCents, givenCents)
      if (why === null) return []
      // What is offered to everybody is told to whoever asks: only what has a price is held against the cap.
      if (why === 'worth-unknown' && asksForAnOffer(draft.incoming)) return []
      const { start, end } = trimmed(draft.folded, sentence.start, sentence.end)
      const place = toOriginal(draft, start, end)
      return [{ code: 'gesture-refused', params: { why }, severity: 'approve', ...place, fixes: [] }]
    })
  },
}
