import { findAll, words } from '../reading/pattern.ts'
import type { PreparedDraft } from '../reading/prepare.ts'
import { customerWrote, type FindShown, masked, type Shown } from './shown.ts'

const FILE =
  '(?:commandes?|cmde?|cde|dossiers?|contrats?|factures?|reservations?|resa|sinistres?|tickets?|colis|suivi|bons?|police|billets?|abonnements?|adherente?|badge|clients?|comptes?|carte|envoi|bordereau|cheque|plainte|demande|orders?|bookings?|invoices?|polic(?:y|ies)|claims?|cases?|tickets?|references?|accounts?|memberships?|tracking|parcels?|consignments?|receipts?|refunds?|jobs?|repairs?|pnr|ref|pdl|compteur|meter|prescriptions?|permis|passeport|passport)'
const SIGN = '(?: ?(?:n°|no\\.?|nr\\.?|num|numero|number|ref\\.?|reference|id|code|#|:))?'
/** Letters then digits, digits alone, or both mixed; three digits at least, or a mix of five signs. */
const CODE =
  '(?:[a-z]{1,5}[- ]?\\d[\\d-]{2,}|\\d[\\d-]{2,}\\d|\\d{3,}|(?=[a-z0-9]{5,10}\\b)(?=[a-z0-9]{0,9}\\d)(?=[a-z0-9]{0,9}[a-z])[a-z0-9]{5,10})'
const FILED = words(
  `${FILE}(?: (?:client|adherent|reservation|commande|numero|number|ref|reference))?${SIGN} ?#?(${CODE})`,
)
const BARE = /(?<![a-z0-9@./#-])[a-z]{1,4}-\d{4,}\b(?!-)/g
const SHARED =
  /(?<![a-z0-9@.,/-])(?=[a-z0-9-]{5,16}\b)(?:[a-z]{0,4}-?\d{5,}|(?=[a-z]{0,6}\d)(?=\d{0,6}[a-z])[a-z0-9]{6,10})(?![a-z0-9@])/g
const NOT_A_FILE =
  /\b(?:modele|model|error|erreur|error:|erreur:|code|produit|product|article|item|version|vol|flight|train|tgv|ter|bus|ligne|line|taille|size|patch|build|norme|iso|code (?:promo|postal)|moins de|plus de|about|environ|over|under|up to)\s?$/
const AFTER_FILE = new RegExp(`${FILE}${SIGN} ?#?$`)
const AMOUNT_AFTER =
  /^(?:[.,]\d+)? ?(?:€|\$|£|%|euros?|eur|chf|h\b|km|kg|min|jours|mois|pm|am|ans|years|days|signes|chiffres|digits)/
const YEAR = /^(?:19|20)\d\d$/
/** Two letters and two to four digits: a flight, which is public. */
const FLIGHT = /^[a-z]{2} ?\d{2,4}$/

/** The customer calls it a booking or an order: then it is no flight. */
const isFiled = (draft: PreparedDraft, code: string): boolean => {
  const at = draft.incoming.folded.indexOf(code)
  return at > 0 && AFTER_FILE.test(draft.incoming.folded.slice(Math.max(0, at - 24), at))
}

const codeIn = (text: string): { code: string; at: number } | undefined => {
  const m = new RegExp(`${CODE}$`).exec(text)
  return m === null ? undefined : { code: m[0], at: m.index }
}

/** Order, file, policy and ticket numbers (not flights, trains, models or years). */
export const findReferences: FindShown = (draft) => {
  const { folded } = draft
  if (!/\d{2}/.test(folded) && !/[a-z]\d|\d[a-z]/.test(folded)) return []
  const found: Shown[] = []
  const add = (start: number, end: number, sure: boolean) => {
    const code = folded.slice(start, end)
    if (AMOUNT_AFTER.test(folded.slice(end, end + 12)) || NOT_A_FILE.test(folded.slice(Math.max(0, start - 16), start)))
      return
    if (draft.contacts.some((c) => c.start < end && start < c.end) || found.some((f) => f.start < end && start < f.end))
      return
    found.push({ kind: 'order', start, end, sure, mask: masked(code.toUpperCase()) })
  }
  for (const m of findAll(FILED, folded)) {
    const code = codeIn(m.text)
    if (code === undefined || (YEAR.test(code.code) && !customerWrote(draft, code.code)) || !/\d/.test(code.code))
      continue
    add(m.start + code.at, m.end, true)
  }
  if (folded.includes('-')) for (const m of findAll(BARE, folded)) add(m.start, m.end, customerWrote(draft, m.text))
  if (/\d/.test(draft.incoming.folded))
    for (const m of findAll(SHARED, folded))
      if ((!FLIGHT.test(m.text) || isFiled(draft, m.text)) && customerWrote(draft, m.text)) add(m.start, m.end, true)
  return found
}
