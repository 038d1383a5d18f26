import type { ClaimKind } from '../finding.ts'
import { isConditional, isFuture, isNegative, isQuoted, isSaidByOthers, isWished } from '../reading/mood.ts'
import { has, words } from '../reading/pattern.ts'
import { clauseAt, type PreparedDraft, sentenceAt } from '../reading/prepare.ts'
import type { Claim } from './claim.ts'

const MONEY = words(
  "rembours\\w*|virements?|caution|trop-percu|sommes?|montants?|argent|frais|avoir|indemni\\w*|dedommag\\w*|recredit\\w*|\\d+(?:[.,]\\d+)? ?(?:€|euros?|balles)|€|compte bancaire|amende",
  'refund\\w*|money|payment|deposit|fee|charge|compensation|credit(?:ed)?|duplicate|\\d+ ?(?:quid|pounds|dollars)|cash',
)
const SIGN_OF_MONEY = /[€$£] ?\d|\d ?[€$£]/
const ANEW = words(
  "neu(?:f|ve)s?|nouve(?:l|lle|au|aux)|rempla\\w+|autre|bonne? (?:taille|teinte|couleur|modele)",
  'new|replacement|another|fresh|right one|correct one|second one',
)
const ASKED = words('demande|reclamation|signalement|requete|relance|dossier', 'request|complaint|query|feedback|report')
const OF_REFUND = words('rembours\\w*|indemn\\w*|virement|avoir|dedommag\\w*|restitution|recredit\\w*|caution', 'refund\\w*|compensation|money|credit|deposit|return it')
const OF_DELIVERY = words('livraison|envoi|colis|expedition|transporteur|livr\\w+|poste|pain|bouquet|commande', 'deliver\\w*|courier|parcel|warehouse|depot|send it|ship\\w*|dispatch')

/** The customer's own doing, and the very fault that is admitted, are no claims of ours. */
const CUSTOMERS_DOING = /\b(?:vous|tu) (?:(?:l'|nous|y|en|m'|me|avez|as) ?){1,3}/
const THE_FAULT = words(
  "mauvaise?s?|par erreur|a tort|en retard|trop tard|en double|deux fois|abimee?s?|cassee?s?|fanee?s?|voisin|fendue?|dechiree?|incomplete?",
  'wrong|by mistake|in error|late|damaged|twice|broken|torn|neighbour|too early|the day after|squashed|incorrectly|wrongly',
)
const GENERAL = words(
  "sous \\d+|en (?:general|principe)|normalement|habituellement|automatiquement|toujours|chaque|tou(?:te)?s les|tou(?:t|te) (?:colis|commande|billet|retard|demande|client\\w*|abonne\\w*)|les (?:commandes?|colis|billets?|remboursements?|demandes?|retours?|envois?|bouquets?|livraisons?) (?:sont|partent)|d'ordinaire|prevoit|prevue?",
  'within \\d+|usually|normally|automatically|always|every|any|each|generally|in general|typically|(?:refunds|orders|parcels|returns|deliveries|claims|bookings|tickets|bans|cards|they) (?:are|get)|as a rule|by default|the rule|policy is|take \\d+',
)
const MANY_SUBJECTS = /\b(?:les|des) (?:\w+ ){0,2}(?:sont|ont ete)\b/

/** « c'est parti ! » sends nothing. */
const LETS_GO = /^c'est parti(?! ?(?:hier|ce|cet|lundi|mardi|mercredi|jeudi|vendredi|samedi|chez|vers|pour vous|a la|au|de|depuis|le \d))/
const clauseText = (draft: PreparedDraft, claim: Claim) => {
  const clause = clauseAt(draft, claim.start)
  const end = Math.max(clause?.end ?? draft.folded.length, claim.end)
  return { clause, text: draft.folded.slice(clause?.start ?? 0, end), before: draft.folded.slice(clause?.start ?? 0, claim.start) }
}

/** Whether the words state something as a fact: not denied, asked, wished, supposed, foreseen, reported, quoted, or true of everyone. */
export const isStated = (draft: PreparedDraft, claim: Claim): boolean => {
  const { clause, text, before } = clauseText(draft, claim)
  const sentence = sentenceAt(draft, claim.start)
  const earlier = draft.folded.slice(sentence?.start ?? 0, claim.start)
  if (clause?.question === true) return false
  if (isNegative(before) || isNegative(claim.text) || isNegative(draft.folded.slice(claim.end, Math.min(claim.end + 14, clause?.end ?? claim.end)))) return false
  if (isWished(before) || isFuture(before) || isFuture(claim.text) || isConditional(before) || isSaidByOthers(earlier)) return false
  if (isQuoted(draft.folded, claim.start)) return false
  if (CUSTOMERS_DOING.test(`${before.slice(-14)}${claim.text}`) && !/\bete\b/.test(claim.text) && /\b(?:vous|tu) ?(?:\w+ )?(?:l'|nous |y |en |m')?$/.test(before)) return false
  if (LETS_GO.test(draft.folded.slice(Math.max(0, claim.start - 2), claim.end + 12))) return false
  if (has(THE_FAULT, text)) return false
  return !(has(GENERAL, text) || MANY_SUBJECTS.test(text))
}

/** What exactly is claimed, once the words around are read: « est parti » is said of money, of a parcel and of a request. */
export const readKind = (draft: PreparedDraft, claim: Claim): ClaimKind => {
  const { text } = clauseText(draft, claim)
  const money = has(MONEY, text) || SIGN_OF_MONEY.test(text)
  if (claim.kind === 'request' || (has(ASKED, text) && claim.kind !== 'owner' && claim.kind !== 'refund')) return 'request'
  if ((claim.kind === 'delivery' || claim.kind === 'resolution') && money && !/rembours|refund/.test(claim.text)) return 'refund'
  if (claim.kind === 'delivery' && has(ANEW, text)) return 'replacement'
  if (claim.kind === 'resolution' && /\b(?:fait|bon|ok|done|set|tout)\b/.test(claim.text)) return 'done'
  return claim.kind
}

/** The kind of fact that a request would be about, when the words say it. */
export const askedFor = (draft: PreparedDraft, claim: Claim): 'refund' | 'delivery' | undefined => {
  const { text } = clauseText(draft, claim)
  return has(OF_REFUND, text) ? 'refund' : has(OF_DELIVERY, text) ? 'delivery' : undefined
}
