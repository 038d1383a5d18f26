import type { PreparedDraft } from '../reading/prepare.ts'
import { FIRST_NAMES } from './first-names.ts'
import { customerWrote, type FindShown, type Shown } from './shown.ts'

const LAST = "(?:(?:de|du|van|von|le|la|Le|La|De|Van|Mac|Mc|El|Ben|O')[ ]?){0,2}[A-Z][a-zA-Z'-]+"
const TITLED = new RegExp(
  // A point ends a word written out, and the sentence with it; it belongs to one that is cut short.
  `\\b(?:(?:M|MM|Mr|Mrs|Ms|Mme|Mlle|Mmes)\\.?|Miss|Monsieur|Madame|Mademoiselle)[ ]+(?:[A-Z][a-z]+[ ])?(${LAST})`,
  'g',
)
const GREETED = new RegExp(
  `(?:^|[\\n.!?][ ]*)(?:[Bb]onjour|[Bb]onsoir|[Ss]alut|[Cc]oucou|[Hh]ello|[Hh]i|[Hh]ey|[Dd]ear|[Cc]her|[Cc]here|[Mm]erci|[Tt]hanks|[Tt]hank you|[Ss]orry|[Dd]esolee?s?|[Gg]ood (?:morning|afternoon|evening)|[Oo]h|[Nn]on|[Oo]ui|[Yy]es|[Nn]o),?[ ]+([A-Z][a-z'-]+)[ ]+(${LAST})`,
  'g',
)
const NAMED = new RegExp(`\\b([A-Z][a-z]+(?:-[A-Z][a-z]+)?)[ ]+(${LAST})`, 'g')
const INITIAL =
  /\b(?:signed (?:for )?by|au nom de|in the name of|signee? (?:par|de)|remis a|handed to|left with)[ ]+((?:[A-Z]\.[ ]?){1,2}[A-Z][a-z'-]+|[A-Z][a-z]+[ ][A-Z][a-z'-]+)/g

/** Capitalised words that follow a greeting or a first name without being a family name. */
const NOT_A_NAME = new Set(
  'le la les il elle on nous vous je tu the we you it our your there all everyone merci bonjour oui non votre notre ici pas plus quel and et mais but tous team service sav noel monday tuesday wednesday thursday friday saturday sunday lundi mardi mercredi jeudi vendredi samedi dimanche sorry desole thanks what how that this maire mayor president presidente depute deputee senateur senatrice ministre prefet prefete procureur ambassadeur ambassadrice directeur directrice'.split(
    ' ',
  ),
)
/** « le Maire » is an office, as « Maire » is. */
const isNoName = (last: string): boolean => NOT_A_NAME.has(last.toLowerCase().replace(/^(?:le|la|du|de la) /, ''))
/** Somebody of the house: who to ask for, who signs, who does what. */
const STAFF_BEFORE =
  /\b(?:demande[rz]?|ask for|avec|notre|nos|our|collegue|colleague|conseill\w+|directeur|directrice|manager|ceo|pdg|founder|fondat\w+|president\w*|responsable|chef|equipe|team|voir|see|joindre|contact\w*|speak to|talk to|par|by|merci a|thanks to|dr|docteur|maitre|passe le mot a|le mot a|rejoindre|voyez|call|ring|appel\w+|ecri\w+ a|c'est|it's|i'm|je suis|ici|signe)\s$/
const STAFF_AFTER =
  /^,? (?:votre (?:conseill|interlocut|gestionnaire|contact)|notre|our|the (?:manager|owner|chef|head)|responsable|direct(?:eur|rice)|gerante?|chef|conseill|titulaire|manager|owner|head|vous (?:attend|rappelle|repond|ecrit)|will|from|du service|de l'equipe|is (?:looking|calling|on)|s'en|a (?:la main|le))/

const isBrandWord = (draft: PreparedDraft, name: string): boolean => {
  const { name: brand, city = '', account } = draft.input.brand
  const own = `${brand} ${city} ${account}`.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return own.includes(name.toLowerCase())
}

/** The network already shows it beside the customer's words. */
const isShownByNetwork = (draft: PreparedDraft, last: string): boolean => {
  const display = (draft.input.customer.displayName ?? '').normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return display.includes(last.toLowerCase()) || customerWrote(draft, last.toLowerCase())
}

const SIGNS_OFF =
  /\b(?:journee|soiree|cordialement|bien a vous|bien a toi|bientot|best|regards|cheers|sincerely|amities|wishes|thanks),?\s*$/

const isSignature = (draft: PreparedDraft, start: number, end: number): boolean => {
  const after = draft.plain.slice(end).trim()
  return (
    after.length <= 40 &&
    !/[.!?]\s+\S/.test(after) &&
    /(?:^|[.!?\n,-]\s*|\^)$/.test(draft.plain.slice(0, start).trimEnd()) &&
    (start > 20 || SIGNS_OFF.test(draft.folded.slice(0, start)))
  )
}

/** Full or family names that the network does not show. */
export const findNames: FindShown = (draft) => {
  const { plain, folded } = draft
  const found: Shown[] = []
  const add = (start: number, end: number, last: string, mask: string, sure: boolean) => {
    if (isNoName(last) || isBrandWord(draft, last) || isShownByNetwork(draft, last)) return
    if (
      STAFF_BEFORE.test(folded.slice(Math.max(0, start - 24), start)) ||
      STAFF_AFTER.test(folded.slice(end, end + 40))
    )
      return
    if (isSignature(draft, start, end) || found.some((f) => f.start < end && start < f.end)) return
    found.push({ kind: 'name', start, end, sure, mask })
  }
  for (const m of plain.matchAll(TITLED)) {
    const last = m[1] ?? ''
    add(
      m.index,
      m.index + m[0].length,
      last,
      /^M(?:me|adame|lle|rs|s|iss)/.test(m[0])
        ? draft.language === 'fr'
          ? 'Madame'
          : ''
        : draft.language === 'fr'
          ? 'Monsieur'
          : '',
      true,
    )
  }
  for (const m of plain.matchAll(GREETED)) {
    const first = m[1] ?? ''
    const last = m[2] ?? ''
    const start = m.index + m[0].length - last.length - first.length - 1
    if (NOT_A_NAME.has(first.toLowerCase()) || FIRST_NAMES.has(last.toLowerCase())) continue
    add(plain.indexOf(first, start - 2), m.index + m[0].length, last, first, true)
  }
  for (const m of plain.matchAll(NAMED)) {
    const first = m[1] ?? ''
    const last = m[2] ?? ''
    const [head = ''] = first.toLowerCase().split('-')
    if (!FIRST_NAMES.has(head) || FIRST_NAMES.has(last.toLowerCase())) continue
    add(m.index, m.index + m[0].length, last, first, false)
  }
  for (const m of plain.matchAll(INITIAL)) {
    const name = m[1] ?? ''
    const end = m.index + m[0].length
    add(
      end - name.length,
      end,
      name.split(/[ .]+/).at(-1) ?? name,
      draft.language === 'fr' ? "quelqu'un" : 'someone',
      false,
    )
  }
  return found
}
