import { chance, pick } from '#core/crowd/chance.ts'
import type { Trade } from './opening.ts'
import type { Language, Townsperson } from './person.ts'
import type { World } from './town.ts'

/** French ones are masculine and begin with a consonant, so that every sentence can say « mon ». */
const PRODUCTS: Record<Trade, Record<Language, readonly string[]>> = {
  florist: {
    fr: ['bouquet', 'rosier', 'bonsaï', 'jasmin', 'cactus'],
    en: ['bouquet', 'rose bush', 'bonsai', 'wreath', 'peace lily'],
  },
  shop: { fr: ['colis', 'manteau', 'sac', 'pull', 'fauteuil'], en: ['parcel', 'coat', 'bag', 'jumper', 'lamp'] },
}

const DAYS: Record<Language, readonly string[]> = {
  fr: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
}

const initialsOf = (brand: string): string =>
  brand
    .normalize('NFKD')
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 2)
    .map((word) => word.charAt(0).toUpperCase())
    .slice(0, 3)
    .join('') || 'CMD'

/** Fills in a text; the same exchange always speaks of the same order, product and day. */
export const phrase = (text: string, world: World, person: Townsperson, seed: string, exchange: number): string => {
  const roll = (what: string): number => chance(seed, exchange, what)
  const slots: Record<string, string> = {
    at: world.at,
    brand: world.brand,
    email: `${person.handle.replace(/_$/, '')}@example.org`,
    family: person.name.split(' ').slice(1).join(' '),
    e: person.she ? 'e' : '',
    order: `${initialsOf(world.brand)}-${10_000 + Math.floor(roll('order') * 90_000)}`,
    product: pick(PRODUCTS[world.trade][person.language], roll('product')) ?? '',
    day: pick(DAYS[person.language], roll('day')) ?? '',
  }
  return text.replace(/\{(\w+)\}/g, (slot, name: string) => slots[name] ?? slot)
}

const withoutAccents = (word: string, at: number, roll: number): string =>
  (roll * 997 + at) % 2 < 1 ? word.normalize('NFKD').replace(/\p{M}/gu, '') : word

/** As some people type: without capitals or full stops, or with an accent now and then. Slots stay whole. */
export const typed = (text: string, person: Townsperson, roll: number): string => {
  if (person.temper === 'terse') return (text.charAt(0).toLowerCase() + text.slice(1)).replace(/\.$/, '')
  if (!person.trusting || roll > 0.6) return text
  return text
    .split(' ')
    .map((word, at) => (word.includes('{') ? word : withoutAccents(word, at, roll)))
    .join(' ')
    .replace(' :', ':')
    .toLowerCase()
}
