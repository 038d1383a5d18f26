import { amountsNamed } from '#core/approval/amounts.ts'
import type { Explanations, Found } from '../finding.ts'
import { toOriginal } from '../reading/fold.ts'
import { isNegative } from '../reading/mood.ts'
import { trimmed } from '../reading/prepare.ts'
import type { Sentence } from '../reading/segment.ts'
import type { Rule } from '../rule.ts'

const PERCENT = '(?<![\\d.,])\\d{1,3}(?:[.,]\\d{1,2})? ?(?:%|pour ?cents?|per ?cent)'
const BOUGHT =
  'commandes?|achats?|panier|factures?|sejours?|repas|facture|abonnement|orders?|purchases?|basket|bills?|stay|meal'
/** A gift in percent: « 20 % sur votre prochaine commande », « -10 % », "a 15% discount"; a rate or a share of anything else is none. */
const SHARE = new RegExp(
  `(?<![\\p{L}\\p{N}])-${PERCENT}|${PERCENT} (?:off\\b|discount|de (?:remise|reduction|rabais|moins))|` +
    `(?:offr\\w{0,5}|voici|accord\\w{0,5}|donn\\w{0,5}|here is|have|take|enjoy|offer\\w{0,4}|giv\\w{0,4}) (?:[^.,;]{0,20} )?${PERCENT} (?:sur|on) (?:votre|vos|ta|tes|your)\\b|` +
    `${PERCENT} (?:sur|on) (?:votre|ta|your) (?:prochaine?|next) (?:${BOUGHT})|(?:remise|reduction|rabais|ristourne|discount) (?:de|of) ${PERCENT}`,
  'u',
)
/** A gift by the brand; what is owed (a refund, a replacement) is none. */
const GESTURE =
  /\b(?:bons? d'achat|gestes? commercia(?:l|ux)|codes? promo|ristournes?|rabais|remise de \d|reduction de \d|cartes? cadeaux?|cheques? cadeaux?|(?:un|votre) cadeau|vouchers?|gift cards?|discounts?|goodwill gestures?|store credit)/

type Why = Exclude<Explanations['gesture-refused']['why'], 'not-settled'>

const whyNot = (sentence: string, cap: number | null, perYear: number | null, given: number): Why | null => {
  if (cap === null) return 'none-allowed'
  const cents = amountsNamed(sentence).flatMap((amount) => (amount.kind === 'money' ? [amount.cents] : []))
  const most = Math.max(0, ...cents)
  if (most > cap) return 'over-the-cap'
  if (perYear !== null && (given >= perYear || given + most > perYear)) return 'given-enough'
  return SHARE.test(sentence) ? 'worth-unknown' : null
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
      const { start, end } = trimmed(draft.folded, sentence.start, sentence.end)
      const place = toOriginal(draft, start, end)
      return [{ code: 'gesture-refused', params: { why }, severity: 'approve', ...place, fixes: [] }]
    })
  },
}
