import type { OfferedWay } from '#core/guard/guard-input.ts'
import type { FallbackWay } from './private-way.ts'

/** What the desk may offer this person instead of the public thread: the network's private way if it reaches them, then the brand's own. */
export interface PrivateOffer {
  /** Null: the network was not asked, or did not answer. */
  readonly can: boolean | null
  readonly offers: readonly Pick<FallbackWay, 'kind' | 'value'>[]
}

const MESSAGE: OfferedWay['wording'] = {
  fr: 'Écrivez-nous en message privé, nous regardons votre dossier avec vous.',
  en: 'Send us a private message and we will go through it with you.',
}

const wordingOf = ({ kind, value }: Pick<FallbackWay, 'kind' | 'value'>): OfferedWay['wording'] => {
  switch (kind) {
    case 'phone':
      return {
        fr: `Appelez-nous au ${value}, nous regardons votre dossier avec vous.`,
        en: `Call us on ${value} and we will go through it with you.`,
      }
    case 'email':
      return {
        fr: `Écrivez-nous à ${value}, nous regardons votre dossier avec vous.`,
        en: `Write to us at ${value} and we will go through it with you.`,
      }
    case 'form':
    case 'other':
      return {
        fr: `Contactez-nous ici : ${value}, la suite restera entre nous.`,
        en: `Reach us here: ${value}, and the rest stays between us.`,
      }
  }
}

/** The ways that a reply may invite to, best first, each with the sentence that invites (P1); never one that cannot arrive (P2). */
export const offeredWays = ({ can, offers }: PrivateOffer): OfferedWay[] => [
  ...(can === null ? [] : [{ kind: 'message' as const, open: can, wording: MESSAGE }]),
  ...offers.map((offer) => ({ kind: offer.kind, open: true, wording: wordingOf(offer) })),
]
