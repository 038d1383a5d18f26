import type { Rule } from '../rule.ts'
import { findOutright } from './said-outright.ts'

const REVIEW =
  "(?:votre|l'|cet|ce|cette|ton) ?(?:\\w+ ){0,2}(?:avis|commentaire|note|etoiles?|publication|post|tweet|message)\\b"
const THEIR_REVIEW =
  '(?:your|the|that|this) (?:\\w+ ){0,2}(?:reviews?|comments?|posts?|ratings?|tweets?|stars?|feedback)\\b'
/** « si vous supprimez votre avis », « contre le retrait de votre commentaire », "once you take down your review". */
const PRICE = new RegExp(
  `\\b(?:si|des que|une fois que|a condition que|du moment que|quand) (?:vous|tu) (?:nous )?(?:supprim|retir|enlev|effac|modifi|chang|relev|remont|repass)\\w*[^.!?]{0,12}${REVIEW}|` +
    `\\b(?:contre|en echange d[eu]|en contrepartie d[eu]|moyennant) (?:le |la |l')?(?:retrait|suppression|modification) (?:de |d')?${REVIEW}|` +
    `\\b(?:if|once|when|as soon as|provided) you (?:could |can |would |just )?(?:delete|remove|take down|change|edit|update|amend|raise)[^.!?]{0,12}${THEIR_REVIEW}|` +
    `\\b(?:in exchange|in return) for (?:removing|deleting|changing|taking down|raising) ${THEIR_REVIEW}`,
)
/** What the brand would do for it. */
const BAIT =
  /\b(?:nous|on|je) (?:vous |te |t')?(?:(?:l'|en )?(?:offr|rembours|credit|envoy|envoi|vers|remett|accord|fais|ferons|faisons)\w*)|\b(?:un|une|le) (?:bon|avoir|cadeau|geste|bouquet|remise|remboursement|code) [^.!?]{0,30}(?:vous attend|est a vous|pour vous|offert)|\b(?:we|i)(?:'ll| will|'d| would| can|'re happy to| are happy to)? (?:\w+ )?(?:offer|give|send|refund|credit|upgrade|add)\b|\b(?:a|the|your) (?:\w+ )?(?:voucher|refund|gift|discount|credit|upgrade)\b[^.!?]{0,30}(?:is yours|on us|waiting|for you)/

/** Nothing is offered against a review that is taken down or changed, said in so many words: it is unlawful, whoever reads it (D1). */
export const reviewBargain: Rule = {
  code: 'D2x',
  doctrine: 'D1',
  sentence: 'Never offer anything against a review.',
  appliesTo: () => true,
  find: (draft) =>
    findOutright(draft, (said) => PRICE.test(said) && BAIT.test(said), {
      code: 'buys-a-review',
      params: {},
      severity: 'block',
    }),
}
