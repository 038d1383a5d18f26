import type { ClaimKind } from '../finding.ts'
import { hasIn } from '../reading/marks.ts'
import { isConditional, isFuture, isNegative, isQuoted, isSaidByOthers, isWished } from '../reading/mood.ts'
import { type WordList, words } from '../reading/pattern.ts'
import { clauseAt, type PreparedDraft, sentenceAt } from '../reading/prepare.ts'
import type { Claim } from './claim.ts'

const MONEY = words(
  'rembours\\w*|virements?|caution|trop-percu|sommes?|montants?|argent|frais|avoir|indemni\\w*|dedommag\\w*|recredit\\w*|\\d+(?:[.,]\\d+)? ?(?:€|euros?|balles)|€|compte bancaire|amende',
  'refund\\w*|money|payment|deposit|fee|charge|compensation|credit(?:ed)?|duplicate|\\d+ ?(?:quid|pounds|dollars)|cash',
)
const SIGN_OF_MONEY = /[€$£] ?\d|\d ?[€$£]/
const ANEW = words(
  'neu(?:f|ve)s?|nouve(?:l|lle|au|aux)|rempla\\w+|autre|bonne? (?:taille|teinte|couleur|modele)',
  'new|replacement|another|fresh|right one|correct one|second one',
)
const ASKED = words(
  'demande|reclamation|signalement|requete|relance|dossier',
  'request|complaint|query|feedback|report',
)
const OF_REFUND = words(
  'rembours\\w*|indemn\\w*|virement|avoir|dedommag\\w*|restitution|recredit\\w*|caution',
  'refund\\w*|compensation|money|credit|deposit|return it',
)
const OF_DELIVERY = words(
  'livraison|envoi|colis|expedition|transporteur|livr\\w+|poste|pain|bouquet|commande',
  'deliver\\w*|courier|parcel|warehouse|depot|send it|ship\\w*|dispatch',
)

const NEAR = 14
/** The very fault that is admitted is no claim of ours. */
const THE_FAULT = words(
  'mauvaise?s?|par erreur|a tort|en retard|trop tard|en double|deux fois|abimee?s?|cassee?s?|fanee?s?|voisin|fendue?|dechiree?|incomplete?',
  'wrong|by mistake|in error|late|damaged|twice|broken|torn|neighbour|too early|the day after|squashed|incorrectly|wrongly',
)
/** « supprimé par un collègue » admits what we did to somebody's words; « remboursé par un collègue » is as much of a claim as any. */
const OUR_DEED =
  /\b(?:supprim|efface|masque|retire)\w* par une? (?:de nos )?collegues?\b|\b(?:removed|deleted|hidden|taken down) by (?:a colleague|one of (?:us|our team))\b/
const GENERAL = words(
  "sous \\d+|en (?:general|principe)|normalement|habituellement|automatiquement|toujours|les (?:commandes?|colis|billets?|remboursements?|demandes?|retours?|envois?|bouquets?|livraisons?) (?:sont|partent)|d'ordinaire|prevoit|prevue?",
  'within \\d+|usually|normally|automatically|always|any|generally|in general|typically|(?:refunds|orders|parcels|returns|deliveries|claims|bookings|tickets|bans|cards|they) (?:are|get)|as a rule|by default|the rule|policy is|take \\d+',
)
const EVERYBODY = words(
  'chaque|tou(?:te)?s les|tou(?:t|te) (?:colis|commande|billet|retard|demande|client\\w*|abonne\\w*)',
  'every|each',
)
/** « Toute commande est remboursée » is a rule; « toutes les commandes ont été remboursées » has happened, or is a lie to all. */
const HAPPENED = /\b(?:ont|a) (?:bien |deja |tou(?:te)?s )?ete\b|\b(?:have|has) (?:now |all |already )?been\b/
const MANY_SUBJECTS = /\b(?:les|des) (?:\w+ ){0,2}sont\b/

/** « tout à fait » is no « a fait », nor is "a contact", though they fold alike. */
const isPreposition = (draft: PreparedDraft, claim: Claim): boolean =>
  /^a /.test(claim.text) &&
  claim.kind !== 'owner' &&
  (draft.language === 'en' ||
    /[àÀ]/.test(draft.text.charAt(draft.origin[claim.start] ?? 0)) ||
    /\bil y $/.test(draft.folded.slice(Math.max(0, claim.start - 6), claim.start)))

/** « c'est parti ! » sends nothing. */
const LETS_GO =
  /^c'est parti(?! ?(?:hier|ce|cet|lundi|mardi|mercredi|jeudi|vendredi|samedi|chez|vers|pour vous|a la|au|de|depuis|le \d))/
type Around = { readonly from: number; readonly to: number }

const around = (draft: PreparedDraft, claim: Claim): Around => {
  const clause = clauseAt(draft, claim.start)
  return { from: clause?.start ?? 0, to: Math.max(clause?.end ?? draft.folded.length, claim.end) }
}

/** « la recette a été changée » is news; « votre contrat a été changé » is about somebody's file. */
const NEWS = /(?:chang|modifi|supprim|mise? a jour|active|valid|updated|removed|approved|issued|closed)\w*$/
/** Words of many uses: about a case when the message is, or when they say « votre ». */
const WIDE =
  /(?:deduit|pose|test|fini|termin|boucle|retire|leve|install|recalcul|reedit|imprim|localis|identifi|confirm|reserv|program|planifi|prolong|renouvel|repris|ajout|nettoy|prepar|deducted|lifted|booked|written off|renewed|extended|wiped|dropped off|added|adjusted|cleaned|redone|topped up|downstairs|outside|went \w+)\w*(?: \d)?$/
const THEIR_FILE = words("votre|vos|ton|ta|tes|vous|te|t'", 'your|you|yours')

/** Whether the words state something as a fact: not denied, asked, wished, supposed, foreseen, reported, quoted, or true of everyone. */
export const isStated = (draft: PreparedDraft, claim: Claim): boolean => {
  const { start, end } = claim
  const { from, to } = around(draft, claim)
  if (clauseAt(draft, start)?.question === true || isPreposition(draft, claim)) return false
  if (isNegative(draft, from, end) || isNegative(draft, end, Math.min(end + NEAR, to))) return false
  if (isWished(draft, from, start) || isFuture(draft, from, end) || isConditional(draft, from, start)) return false
  if (isSaidByOthers(draft, sentenceAt(draft, start)?.start ?? 0, start) || isQuoted(draft.folded, start)) return false
  if (LETS_GO.test(draft.folded.slice(Math.max(0, start - 2), end + 12))) return false
  const theirs = hasIn(draft, THEIR_FILE, from, to)
  if (WIDE.test(claim.text) && !theirs && draft.incoming.ownMatter < 0.5) return false
  if (NEWS.test(claim.text) && !theirs) return false
  return (
    !hasIn(draft, THE_FAULT, from, to) &&
    !OUR_DEED.test(draft.folded.slice(from, to)) &&
    !hasIn(draft, GENERAL, from, to) &&
    (!hasIn(draft, EVERYBODY, from, to) || HAPPENED.test(draft.folded.slice(from, end))) &&
    !MANY_SUBJECTS.test(draft.folded.slice(from, to))
  )
}

/** What exactly is claimed, once the words around are read: « est parti » is said of money, of a parcel and of a request. */
export const readKind = (draft: PreparedDraft, claim: Claim): ClaimKind => {
  const { from, to } = around(draft, claim)
  const says = (list: WordList) => hasIn(draft, list, from, to)
  const money = says(MONEY) || SIGN_OF_MONEY.test(draft.folded.slice(from, to))
  if (claim.kind === 'request' || (says(ASKED) && claim.kind !== 'owner' && claim.kind !== 'refund')) return 'request'
  if ((claim.kind === 'delivery' || claim.kind === 'resolution') && money && !/rembours|refund/.test(claim.text))
    return 'refund'
  if (claim.kind === 'delivery' && says(ANEW)) return 'replacement'
  if (claim.kind === 'resolution' && WIDE.test(claim.text)) return 'done'
  if (claim.kind === 'resolution' && /\b(?:fait|bon|ok|done|set|tout)\b/.test(claim.text)) return 'done'
  return claim.kind
}

/** The kind of fact that a request would be about, when the words say it. */
export const askedFor = (draft: PreparedDraft, claim: Claim): 'refund' | 'delivery' | undefined => {
  const { from, to } = around(draft, claim)
  return hasIn(draft, OF_REFUND, from, to) ? 'refund' : hasIn(draft, OF_DELIVERY, from, to) ? 'delivery' : undefined
}
