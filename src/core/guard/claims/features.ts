import { hasIn } from '../reading/marks.ts'
import { isConditional, isFuture, isNegative, isWished } from '../reading/mood.ts'
import { type WordList, words } from '../reading/pattern.ts'
import type { PreparedDraft } from '../reading/prepare.ts'
import type { Sentence } from '../reading/segment.ts'

const WHEN = words(
  "hier|ce matin|ce midi|cet apres-midi|aujourd'hui|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|a l'instant|depuis|deja|desormais|enfin|a \\d+ ?h\\d*|dans (?:dix|cinq|\\d+) minutes|en ce moment|maintenant",
  'yesterday|today|this morning|this afternoon|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|just|already|now|since|as of|again|ago|as we (?:speak|type)|right now|at \\d',
)
const PERFECT = words(
  "(?:a|ont|ai|avons|est|sont|t'est|vous est|a ete|ont ete|viens de|vient de|venons de)",
  "(?:has|have|was|were|been|is|are|'s|'ve|'re)",
)
const PAST_ED =
  /\b(?:(?!need|indeed|speed|feed|based|used|shed|embed|hundred)[a-z]{3,}ed|sent|put|left|went|got|paid|gave|found|made|took|swapped|rang|spoke|told|moved)\b/
const THINGS = words(
  "(?:le|la|les|l'|votre|vos|ton|ta|tes|un|une|des) (?:\\w+ )?(?:colis|commande|carte|argent|somme|virement|caution|frais|difference|montant|avoir|remplacant\\w*|nouve\\w+|neu(?:f|ve)|dossier|contrat|billets?|place|ligne|reseau|courant|eau|chauffage|lot|piece|devis|diplome|attestation|papier|date|rendez-vous|badge|compte|abonnement|facture|salaire|technicien|plombier|equipe|livreur|conseill\\w+|directeur|directrice|chef|labo\\w*|compta\\w*)",
  '(?:the|your|a|an|our|his|her|two|some) (?:\\w+ )?(?:refund|money|parcel|order|package|card|deposit|fee|charge|difference|replacement|new|line|power|water|heating|lift|bill|account|panel|update|ticket|case|claim|complaint|engineer|plumber|team|crew|driver|courier|manager|people|pump|part|booking|seat|tickets|bag|rest)',
)
const WE_WILL = words(
  'on (?:va|regarde|verifie|cherche)|nous (?:allons|verifions|regardons|cherchons)|je (?:vais|regarde|verifie)',
  "(?:we|i)(?:'ll| will|'re (?:checking|looking|trying)| are (?:checking|looking))|let's",
)
const SORRY = words('desolee?s?|navree?s?|pardon|comprend\\w*|comprenons', 'sorry|apolog\\w+|understand')
const YOURS = words("votre|vos|ton|ta|tes|vous|te|t'", 'your|you|yours')
const ACCENTED = /[a-zà-ÿ]{2,}é(?:e|s|es)?(?![a-zà-ÿ])/gi

const yes = (b: boolean) => (b ? 1 : 0)
const capped = (n: number, most: number) => Math.min(n, most) / most

const plainlySaid = (draft: PreparedDraft, s: Sentence): boolean =>
  !s.question &&
  !isNegative(draft, s.start, s.end) &&
  !isFuture(draft, s.start, s.end) &&
  !isConditional(draft, s.start, s.end) &&
  !isWished(draft, s.start, s.end)

/** A sentence in numbers: whether it tells that something has been done, or is being done by somebody. */
export const claimFeatures = (draft: PreparedDraft, s: Sentence): readonly number[] => {
  const has = (list: WordList) => hasIn(draft, list, s.start, s.end)
  const text = draft.folded.slice(s.start, s.end)
  const written = draft.text.slice(draft.origin[s.start] ?? 0, draft.origin[s.end] ?? draft.text.length)
  const participles = written.match(ACCENTED)?.length ?? 0
  const plainly = plainlySaid(draft, s)
  const when = has(WHEN)
  const perfect = has(PERFECT)
  const things = has(THINGS)
  const past = PAST_ED.test(text)
  const named = /(?:^|[,.!?] |\b(?:et|and|so) )[A-Z][a-z]+(?:'s| [a-z])/.test(draft.plain.slice(s.start, s.end))
  return [
    yes(plainly),
    yes(when),
    yes(perfect),
    yes(things),
    yes(past),
    yes(participles > 0),
    yes(named),
    yes(has(YOURS)),
    yes(has(WE_WILL)),
    yes(has(SORRY)),
    yes(s.question),
    yes(plainly && when),
    yes(plainly && perfect && (participles > 0 || past)),
    yes(plainly && things),
    yes(plainly && things && (perfect || past)),
    yes(plainly && when && (perfect || past)),
    yes(plainly && when && things),
    capped(text.length, 120),
    draft.incoming.ownMatter,
    yes(plainly && draft.incoming.ownMatter > 0.5 && (when || things)),
    yes(/^\W*(?:on|nous|je|we|i)\b/.test(text)),
    yes(/\d/.test(text)),
    yes(/[€£$]/.test(text)),
    yes(draft.privateWays.some((w) => w.start >= s.start && w.start < s.end)),
    yes(/^\W*(?:bonjour|hello|hi|merci|thanks)\b/.test(text)),
  ]
}
