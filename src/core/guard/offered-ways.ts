import type { OfferedWay } from './guard-input.ts'

type BrandWay = { readonly kind: 'phone' | 'email' | 'form' | 'other'; readonly value: string }

const WORDING: Readonly<Record<BrandWay['kind'], (value: string) => OfferedWay['wording']>> = {
  phone: (value) => ({ fr: `Appelez-nous au ${value}.`, en: `Call us on ${value}.` }),
  email: (value) => ({ fr: `Écrivez-nous à ${value}.`, en: `Write to us at ${value}.` }),
  form: (value) => ({ fr: `Le formulaire est ici : ${value}`, en: `The form is here: ${value}` }),
  other: (value) => ({ fr: value, en: value }),
}

const MESSAGE: OfferedWay['wording'] = {
  fr: 'Écrivez-nous en message privé, nous regardons cela ensemble.',
  en: 'Send us a private message and we will look at it together.',
}

/** The private message when it reaches this person, then the brand's own ways by preference: what a fix may propose (P1, P2). */
export const offeredWays = (messageArrives: boolean, brandWays: readonly BrandWay[]): readonly OfferedWay[] => [
  { kind: 'message', open: messageArrives, wording: MESSAGE },
  ...brandWays.map(({ kind, value }): OfferedWay => ({ kind, open: true, wording: WORDING[kind](value) })),
]
