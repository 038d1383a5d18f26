import type { Fix, Found } from '../finding.ts'
import { edit, originalOf } from '../fixes.ts'
import { isNegative } from '../reading/mood.ts'
import type { PreparedDraft } from '../reading/prepare.ts'
import type { Sentence } from '../reading/segment.ts'
import type { Rule } from '../rule.ts'

/** The word that says it: where it stands, whoever reads knows that somebody is paid. */
const LABEL =
  /publicite|#pub\b|collaboration commerciale|partenariat (?:remunere|commercial)|sponsoris|sponsored|#ad\b|#advert|paid (?:partnership|promotion|for by)|advertis|disclos|remuneree? par nous/
/** A draw that is open to all pays nobody for their word. */
const DRAW = /tirage au sort|concours|a gagner|jeu[- ]concours|prize draw|giveaway|contest|to win\b|sweepstake/
const ROLE =
  /\b(?:ambassad(?:eur|rice)s?|influenceu(?:r|se)s?|ambassadors?|influencers?|(?:createur|creatrice)s? de contenus?|content creators?|egerie)\b/
const MEDIUM = 'stor(?:y|ies)|reels?|videos?|unboxings?|publications?|posts?|tuto(?:riel)?s?|articles?|tiktoks?'
/** What somebody outside says of the brand: asked for, thanked for, bargained for. */
const SAID_OF_US = new RegExp(
  `\\b(?:(?:merci|bravo) (?:\\w+ )?pour (?:votre|vos|ta|tes|cette|ces) (?:\\w+ )?(?:${MEDIUM})|(?:thanks|thank you) (?:\\w+ )?for (?:your|the|this|that) (?:\\w+ )?(?:${MEDIUM})|` +
    `(?:faites|fais|publiez|postez|partagez|make|post|share|do) (?:une?|des|a|an|your|votre) (?:\\w+ )?(?:${MEDIUM})|(?:par|per|pour chaque|for each|for every) (?:${MEDIUM})|` +
    `(?:parle[rz]|recommande[rz]) de nous|recommandez-nous|(?:talk|post|speak|tell)[^.!?]{0,20} about us|tag(?:ue[rz]|uez)?[ -](?:nous|us)|mentionnez-nous|mention us)`,
)
const BARGAIN = new RegExp(
  `\\b(?:en echange|en contrepartie|contre|in exchange|in return)(?: d'| de | for )?(?:une?|an?)? ?(?:\\w+ )?(?:${MEDIUM})\\b`,
)
const MONEY = '\\d[\\d ]*(?:[.,]\\d+)? ?(?:€|\\$|£|euros?|dollars?|pounds?)|[€$£] ?\\d+'
/** What the brand gives: money or goods, to a person. */
const GIVEN = new RegExp(
  `(?:\\b(?:on|nous) (?:vous |te |lui )?(?:l'|en )?(?:offr|envo|vers|pay|regl|credit|reserv|remuner)\\w{0,6}|\\bwe(?:'ll| will)? (?:pay|send|offer|give|credit|reward)\\w{0,3}|\\b(?:get|earn|receive)s?|\\barrive\\w{0,2}|\\b(?:est|sont|is|are) (?:parti|on (?:its|their) way)\\w{0,3})` +
    `[^.!?]{0,60}?(?:${MONEY}|bons? d'achat|codes? promo|bouquet|cadeau|gratuit|offert|livraison|vouchers?|gift|free|commission|discount|produit)|` +
    `\\b(?:votre|ta|sa|son|leur|your|her|his|their) (?:${MONEY}|remuneration|commission|cachet|virement|codes? promo|[$€£]\\d+ fee|fee|payment)|\\bcommission on\\b`,
)
const RECOMMENDS =
  /\b(?:ador\w{1,4}|recommand\w{1,4}|ne jure que|valid\w{1,3}|approuv\w{1,3}|loves?|swears by|recommends?|is a fan)\b/
/** A question or a refusal promises nothing. */
const isSaid = (draft: PreparedDraft, { start, end }: Sentence): boolean =>
  !isNegative(draft, start, end) && !draft.folded.slice(start, end).trimEnd().endsWith('?')

const SAYS_IT = {
  fr: ' Merci d’y indiquer « collaboration commerciale ».',
  en: ' Please mark it “paid partnership”.',
} as const
const OWN_LABEL = { fr: ' (partenariat rémunéré)', en: ' (paid partnership)' } as const

const fixAt = (at: number, text: string): Fix[] => [edit('say-it-is-paid', at, at, text)]

const findPaid = (draft: PreparedDraft): Found | null => {
  const isContent = draft.input.settled || !draft.incoming.unhappy
  const said = draft.sentences.filter((sentence) => isSaid(draft, sentence))
  const text = (sentence: Sentence | undefined) =>
    sentence === undefined ? '' : draft.folded.slice(sentence.start, sentence.end)
  for (const [i, sentence] of said.entries()) {
    const here = text(sentence)
    const around = `${here} ${text(said[i + 1])}`
    // What is given to somebody who complains is a gesture (G8), unless a word of theirs is the price.
    const thanked = isContent && SAID_OF_US.test(here)
    if (!(BARGAIN.test(here) || thanked || ROLE.test(here)) || !GIVEN.test(around)) continue
    const { start, end } = originalOf(draft, sentence)
    return {
      code: 'paid-unlabelled',
      params: {},
      severity: 'approve',
      start,
      end,
      fixes: fixAt(end, SAYS_IT[draft.language]),
    }
  }
  return null
}

const findPraise = (draft: PreparedDraft): Found | null => {
  for (const sentence of draft.sentences) {
    const here = draft.folded.slice(sentence.start, sentence.end)
    if (!ROLE.test(here) || !RECOMMENDS.test(here) || !isSaid(draft, sentence)) continue
    const { start, end } = originalOf(draft, sentence)
    const inside = /[.!?]$/.test(draft.text.slice(start, end)) ? end - 1 : end
    return {
      code: 'paid-unlabelled',
      params: {},
      severity: 'warn',
      start,
      end,
      fixes: fixAt(inside, OWN_LABEL[draft.language]),
    }
  }
  return null
}

/**
 * Nobody is paid to speak well of the brand without it being said (K1; the law asks for it): an ambassador's praise, a story that is
 * thanked for with money. The desk sends nothing by itself, so that no reply is automatic without a person who pressed « send ».
 */
export const unlabelledReward: Rule = {
  code: 'label',
  doctrine: 'K1',
  sentence: 'What is paid for says so.',
  appliesTo: () => true,
  find: (draft) => {
    if (LABEL.test(draft.folded) || DRAW.test(draft.folded)) return []
    const found = findPaid(draft) ?? findPraise(draft)
    return found === null ? [] : [found]
  },
}
