import { hasIn } from '../reading/marks.ts'
import { findAll, type WordList, words } from '../reading/pattern.ts'
import { type PreparedDraft, sentenceAt } from '../reading/prepare.ts'
import { customerWrote, type FindShown, type Shown } from './shown.ts'

const STREET = words(
  "\\d{1,4} ?(?:bis|ter|quater)?,? (?:rue|avenue|av|boulevard|bd|bld|chemin|allees?|place|impasse|quai|route|rte|cours|square|passage|sentier|villa|residence|lotissement|faubourg|montee|rang)\\b\\.? (?:(?:de|du|des|la|le|les|l'|d'|saint|sainte) ?){0,3}[a-z'-]+",
  "(?:flat|apt|apartment|unit|appt|appartement|lot|batiment|bat) \\d{1,4}[a-z]?(?:, ?\\d{1,4} [a-z'-]+ [a-z'-]+|,? \\d{1,2}e(?:me)? etage)?",
  "\\d{1,4}[a-z]?,? (?:[a-z'-]+ ){1,3}(?:street|road|rd|avenue|ave|lane|close|drive|way|court|crescent|terrace|grove|gardens|row|mews)",
)
const THEIRS = words(
  'votre|vos|ton|ta|tes|chez vous|chez toi|livr\\w*|colis|commande|bouquet|coffret|remis\\w*|depose\\w*|pour le|contrat|part|expedi\\w*|adresse|voisine?|domicile|m\\.|mme|madame|monsieur',
  'your|you|deliver\\w*|parcel|left|order|to|drop|dropped|neighbour|registered|address|mr|mrs|ms',
)
const OURS = words(
  'notre|nos|boutique|magasin|agence|atelier|guichet|mairie|ouvert\\w*|passez|venez|viens|passe|retrouvez|rendez-vous|on est|nous sommes|situee?s?|accueil|entree|hotel|restaurant|parking',
  "our|shop|store|branch|office|come|visit|pop|open|we're at|we are at|find us|desk|entrance|car park|roadworks|engineers|works",
)

const ROOM = words(
  '(?:chambre|emplacement|mobil-?home|bungalow|gite|suite|studio|cabine|room|pitch|cabin|suite|lodge|bed) (?:n° ?|no\\.? ?|number )?\\d{1,4}[a-z]?',
)
const STAYED = words(
  'vous (?:occupiez|etiez|aviez|avez (?:occupe|dormi|sejourne|loge|reserve))|votre (?:sejour|reservation|mari|femme|epouse|conjoint\\w*|compagnon|compagne)|tu (?:etais|avais)|du \\d{1,2}(?: \\w+)? au \\d{1,2}',
  'you (?:stayed|were|had|booked|slept|occupied|checked)|your (?:stay|booking|husband|wife|partner)|from \\d|\\d{1,2}(?:st|nd|rd|th)? (?:to|and|-) \\d{1,2}',
)
const MONTH =
  '(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|january|february|march|april|may|june|july|august|september|october|november|december)'
const STAY_DATES = words(
  `(?:vous (?:etiez|avez (?:sejourne|dormi|loge))|votre sejour)[^.!?]{0,30} (?:du )?\\d{1,2}(?:er)?(?: ${MONTH})? (?:au|et) \\d{1,2} ${MONTH}`,
  `(?:you (?:stayed|slept|were (?:with us|here))|your stay)[^.!?]{0,30}(?:\\d{1,2}(?:st|nd|rd|th)? (?:to|and|-) \\d{1,2}(?:st|nd|rd|th)? ${MONTH}|${MONTH} \\d{1,2}(?:st|nd|rd|th)?)`,
)

/** Whether the sentence says so, beside the words themselves. */
const saysBeside = (draft: PreparedDraft, list: WordList, start: number, end: number): boolean => {
  const sentence = sentenceAt(draft, start)
  return sentence !== undefined && (hasIn(draft, list, sentence.start, start) || hasIn(draft, list, end, sentence.end))
}

/** Postal addresses of the customer or of somebody close, and where and when they stayed. */
export const findPlaces: FindShown = (draft) => {
  const { folded } = draft
  if (!/\d/.test(folded)) return []
  const found: Shown[] = []
  for (const m of findAll(STREET, folded)) {
    const known = customerWrote(draft, m.text)
    const beside = (list: WordList) => saysBeside(draft, list, m.start, m.end)
    if (known || (!beside(OURS) && (beside(THEIRS) || draft.incoming.ownMatter > 0.5)))
      found.push({
        kind: 'address',
        start: m.start,
        end: m.end,
        sure: known,
        mask: draft.language === 'fr' ? 'votre adresse' : 'your address',
      })
  }
  for (const m of findAll(ROOM, folded))
    if (saysBeside(draft, STAYED, m.start, m.end)) found.push({ kind: 'stay', start: m.start, end: m.end, sure: false })
  for (const m of findAll(STAY_DATES, folded))
    if (!found.some((f) => f.kind === 'stay' && sentenceAt(draft, f.start) === sentenceAt(draft, m.start)))
      found.push({ kind: 'stay', start: m.start, end: m.end, sure: false })
  return found
}
