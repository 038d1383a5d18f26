import type { Incoming } from '../reading/incoming.ts'
import type { Rule } from '../rule.ts'
import { findOutright } from './said-outright.ts'

const GIFT =
  "(?:bons?(?: d'achats?| cadeaux?)?|avoirs?|cheques? cadeaux?|(?:e-?)?cartes? cadeaux?|remises?|reductions?|vouchers?|gift ?cards?|discounts?|store credit)"
const WORTH = '(?:\\d+(?:[.,]\\d+)? ?(?:€|euros?|£|\\$|%|pour ?cents?|per ?cent|chf|pounds|dollars)|[€£$] ?\\d+)'
/** « un bon de 20 € », "a £10 voucher", "plus a gift card worth $50". */
const GIVEN = new RegExp(
  `\\b(?:une?|d'une?|an?|with|plus|another) (?:petite? |nouve(?:au|lle) |further |free |extra )?${GIFT} (?:(?:de|d'un montant de|d'une valeur de|of|for|worth) )?${WORTH}|` +
    `\\ban? ${WORTH} (?:\\w+ )?${GIFT}\\b`,
)
const SPOKEN_OF = new RegExp(`\\b${GIFT}\\b`)

const OFFER =
  /\b(?:promos?|promotions?|reductions?|remises?|soldes?|bons? plans?|offres?|discounts?|deals?|sales?|offers?|vouchers?|tarifs? (?:etudiants?|reduits?)|parrainages?|concours|giveaway)\b/

/** A customer who asks what is offered to everybody has no problem that a gift could be pressed upon. */
export const asksForAnOffer = ({ folded, text, ownMatter }: Incoming): boolean =>
  OFFER.test(folded) && text.trimEnd().endsWith('?') && ownMatter <= 0.5

/** A gift with its price, to an unhappy customer whose problem is not settled, and who speaks of no gift: a second person reads it (G8). */
export const earlyGesture: Rule = {
  code: 'G8',
  doctrine: 'G8',
  sentence: 'No commercial gesture before the problem is settled.',
  appliesTo: () => true,
  find: (draft) => {
    const { incoming, input } = draft
    return input.settled || !incoming.unhappy || asksForAnOffer(incoming) || SPOKEN_OF.test(incoming.folded)
      ? []
      : findOutright(draft, (said) => GIVEN.test(said), {
          code: 'gesture-refused',
          params: { why: 'not-settled' },
          severity: 'approve',
        })
  },
}
