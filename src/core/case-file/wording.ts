import { currentFacts } from '#core/guard/claims/proof.ts'
import type { CaseFact, Language } from '#core/guard/guard-input.ts'

export type FileState = {
  /** As `knownFacts` gives them. */
  readonly facts: readonly CaseFact[]
  readonly settled: boolean
  /** Who answers for the case; null while nobody does. */
  readonly ownerName: string | null
}

export type Wording = { readonly key: string; readonly text: Readonly<Record<Language, string>> }

type Words = Wording['text']

const REQUESTED: readonly (readonly [kind: string, words: Words])[] = [
  [
    'refund',
    {
      fr: 'La demande de remboursement est partie, le versement n’est pas encore confirmé.',
      en: 'The refund has been requested, and the payment is not confirmed yet.',
    },
  ],
  [
    'delivery',
    {
      fr: 'L’envoi est demandé, il n’est pas encore confirmé.',
      en: 'A delivery has been requested, and it is not confirmed yet.',
    },
  ],
  [
    'replacement',
    {
      fr: 'Le remplacement est demandé, il n’est pas encore confirmé.',
      en: 'A replacement has been requested, and it is not confirmed yet.',
    },
  ],
  [
    'resolution',
    {
      fr: 'La correction est demandée, elle n’est pas encore confirmée.',
      en: 'We have asked for a fix, and it is not confirmed yet.',
    },
  ],
]

const DONE: readonly (readonly [kind: string, words: Words])[] = [
  ['refund', { fr: 'Vous avez été remboursé.', en: 'You have been refunded.' }],
  ['delivery', { fr: 'Votre commande a été livrée.', en: 'Your order has been delivered.' }],
  ['replacement', { fr: 'Votre article a été remplacé.', en: 'Your item has been replaced.' }],
  ['resolution', { fr: 'Le problème est réglé.', en: 'The problem has been fixed.' }],
]

const LOOKING: Words = {
  fr: 'Nous vérifions où en est votre dossier.',
  en: 'We’re checking where your case stands.',
}
const SETTLED: Words = {
  fr: 'C’est réglé, et merci de nous l’avoir signalé.',
  en: 'It is sorted, and thank you for telling us.',
}
const takenCareOf = (name: string): Words => ({
  fr: `${name} s’occupe de votre dossier.`,
  en: `${name} is looking after your case.`,
})

const firstNameOf = (name: string): string => name.trim().split(/\s+/)[0] ?? ''

/**
 * What may be said of a case as it stands, and nothing that is not so yet: « taken care of » once somebody is named, « settled » once the
 * fact is there (G4, C1, P4). The nearest to its end comes first.
 */
export const wordingFor = ({ facts, settled, ownerName }: FileState): readonly Wording[] => {
  const current = currentFacts(facts)
  const inState = (words: typeof DONE, status: CaseFact['status']): Wording[] =>
    words.filter(([kind]) => current.get(kind) === status).map(([kind, text]) => ({ key: `${kind}-${status}`, text }))
  const done = inState(DONE, 'done')
  if (settled || done.length > 0) return [...done, ...(settled ? [{ key: 'settled', text: SETTLED }] : [])]
  const name = firstNameOf(ownerName ?? '')
  const followed = name !== '' && current.get('owner') === 'done'
  const asked = inState(REQUESTED, 'requested')
  const said = [...asked, ...(followed ? [{ key: 'taken-care-of', text: takenCareOf(name) }] : [])]
  return said.length > 0 ? said : [{ key: 'looking', text: LOOKING }]
}
