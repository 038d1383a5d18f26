import type { Contact } from '../reading/contact.ts'
import { type PreparedDraft, sentenceAt } from '../reading/prepare.ts'
import { customerWrote, type FindShown, masked, type Shown } from './shown.ts'

const ROLES =
  /^(?:contact|info|infos|hello|hi|bonjour|salut|allo|coucou|support|help|care|service|services|sav|client|clients|customer|billing|compta|facturation|team|equipe|reservation|reservations|resa|booking|bookings|billetterie|boutique|shop|store|press|presse|direction|accueil|appeals|complaints|reclamation|reclamations|returns|retours|orders|commandes|feedback|office|mairie|dpo|privacy|refunds|claims|sinistres|admin)\b/
const EVERYBODYS_MAIL =
  /@(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|icloud|me|aol|orange|wanadoo|free|sfr|neuf|laposte|bbox|numericable|proton|protonmail|gmx|btinternet|sky|bluewin|skynet|videotron|sympatico)\./
const WRITE_THERE =
  /\b(?:ecri\w+|envoy\w+|envoie|mail|e-?mail(?: us| me)?|contact\w*|write|drop (?:us|me) a line|ping|joindre|joign\w+|via|reach|forward|report|transf\w+|par (?:mail|e-?mail|courriel)|ou|or|,)\b[^.!?]{0,40}$/
const OF_THEIRS = /\b(?:adresse|address|boite|mailbox|inbox|compte|account)\s$/
const THEIR_OWN =
  /\b(?:votre|vos|ton|ta|your|you (?:on|at)|le compte|the account|account for|au nom de|under|to you at|ecrit a|emailed|bien recu|got|have)\b[^.!?]{0,25}$/
const CALL_THEM =
  /\b(?:(?:vous|te|t'|l') ?(?:r?appel\w+|joindre|contact\w+|ecri\w+|envo\w+|telephon\w+)|(?:call|ring|text|phone|reach|contact|try|tried|bell) you(?: back)?|votre (?:numero|ligne|mobile|portable|tel\w*)|ton (?:numero|num|portable|tel|06|07)|your (?:number|mobile|line|phone|cell|landline)|bien note|note)\b[^.!?]{0,30}$/

const squeezed = (text: string) => text.replace(/[^a-z0-9]/g, '')

const isBrandsMail = (draft: PreparedDraft, contact: Contact, before: string): boolean => {
  const [local = '', domain = ''] = contact.value.split('@')
  if (EVERYBODYS_MAIL.test(`@${domain}`)) return WRITE_THERE.test(before) && ROLES.test(local)
  if (ROLES.test(local)) return !OF_THEIRS.test(before) || WRITE_THERE.test(before)
  const host = squeezed(domain.slice(0, domain.lastIndexOf('.')))
  const brand = squeezed(draft.input.brand.name.toLowerCase().normalize('NFKD'))
  const account = squeezed(draft.input.brand.account.toLowerCase())
  if (
    host.length >= 4 &&
    [brand, account].some((name) => name.length >= 4 && (name.includes(host) || host.includes(name)))
  )
    return true
  return !THEIR_OWN.test(before) && WRITE_THERE.test(before)
}

const isTheirs = (draft: PreparedDraft, contact: Contact): boolean => {
  if (contact.kind === 'iban' || contact.kind === 'card') return true
  if (contact.kind === 'link') return false
  if (customerWrote(draft, contact.value)) return true
  const sentence = sentenceAt(draft, contact.start)
  const before = draft.folded.slice(sentence?.start ?? 0, contact.start)
  if (contact.kind === 'email') return !isBrandsMail(draft, contact, before)
  return CALL_THEM.test(before)
}

const KIND = { email: 'email', phone: 'phone', card: 'card', iban: 'bank' } as const

/** Telephone numbers, e-mail addresses, bank accounts and cards that are the customer's. */
export const findContactsShown: FindShown = (draft) => {
  const shown: Shown[] = []
  for (const contact of draft.contacts)
    if (contact.kind !== 'link' && isTheirs(draft, contact))
      shown.push({
        kind: KIND[contact.kind],
        start: contact.start,
        end: contact.end,
        sure: true,
        mask: contact.kind === 'email' ? '•••' : masked(contact.value),
      })
  return shown
}
