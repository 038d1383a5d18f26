import type { ClaimKind } from '../finding.ts'
import type { Language } from '../guard-input.ts'

type Truth = Readonly<Record<Language, readonly [vous: string, tu: string]>>
const same = (fr: string, en: string): Truth => ({ fr: [fr, fr], en: [en, en] })

/** What may be said while a fact is only requested. */
const REQUESTED: Partial<Record<ClaimKind, Truth>> = {
  refund: same(
    "La demande de remboursement est partie, le versement n'est pas encore confirmé.",
    'The refund has been requested; the payment is not confirmed yet.',
  ),
  delivery: same(
    "L'envoi est demandé, il n'est pas encore confirmé.",
    'The delivery has been requested; it is not confirmed yet.',
  ),
  replacement: same(
    "Le remplacement est demandé, il n'est pas encore confirmé.",
    'The replacement has been requested; it is not confirmed yet.',
  ),
  resolution: same(
    "La correction est demandée, elle n'est pas encore confirmée.",
    'We have asked for a fix; it is not confirmed yet.',
  ),
}

/** What may be said when the case file holds nothing: the writer looks, which is true as soon as they send it. */
const LOOKING: Readonly<Record<ClaimKind, Truth>> = {
  refund: {
    fr: ['Nous vérifions où en est votre remboursement.', 'Nous vérifions où en est ton remboursement.'],
    en: ["We're checking where your refund stands.", "We're checking where your refund stands."],
  },
  delivery: {
    fr: ['Nous vérifions où en est votre envoi.', 'Nous vérifions où en est ton envoi.'],
    en: ["We're checking where your delivery stands.", "We're checking where your delivery stands."],
  },
  replacement: {
    fr: ['Nous vérifions où en est le remplacement.', 'Nous vérifions où en est le remplacement.'],
    en: ["We're checking where the replacement stands.", "We're checking where the replacement stands."],
  },
  resolution: same('Nous vérifions où nous en sommes.', "We're checking where things stand."),
  owner: {
    fr: ['Nous regardons votre dossier.', 'Nous regardons ton dossier.'],
    en: ["We're looking at your case.", "We're looking at your case."],
  },
  request: {
    fr: ['Nous allons transmettre votre demande.', 'Nous allons transmettre ta demande.'],
    en: ["We'll pass your request on.", "We'll pass your request on."],
  },
  done: same('Nous vérifions où nous en sommes.', "We're checking where things stand."),
}

/** The sentence that is true in the present state of the case file (G4). */
export const whatIsTrue = (claim: ClaimKind, known: 'requested' | 'nothing', language: Language, tu: boolean): string =>
  ((known === 'requested' ? REQUESTED[claim] : undefined) ?? LOOKING[claim])[language][tu ? 1 : 0]
