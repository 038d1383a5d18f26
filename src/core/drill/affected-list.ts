import { chance } from '#core/crowd/chance.ts'
import type { Scenario, ScenarioPerson } from './scenario.ts'

const initialsOf = (brand: string): string =>
  brand
    .normalize('NFKD')
    .replace(/[^\p{L}]/gu, '')
    .slice(0, 3)
    .toUpperCase()

/** The same person of the same drill always speaks of the same reference. */
export const referenceOf = ({ brand }: Pick<Scenario, 'brand'>, seed: string, { id }: ScenarioPerson): string =>
  `${initialsOf(brand.name)}-${10_000 + Math.floor(chance(seed, 'reference', id) * 90_000)}`

/** The address that somebody gives, and under which the brand's files know them; nobody reads mail there. */
export const addressOf = ({ id }: ScenarioPerson): string => `${id}@example.org`

/** Whoever of the story words go to: by their name on the network, or by the address that a file gave. */
export const personAt = ({ people }: Pick<Scenario, 'people'>, to: string): ScenarioPerson | undefined =>
  people.find(({ id }) => id === to) ?? people.find((one) => addressOf(one) === to.toLowerCase())

/** A cell that a spreadsheet and the desk read as it was meant. */
const cell = (text: string): string => (/[";\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Those whom a department names, as the file of orders that it hands over with its answer: the desk imports it as any (C2). */
export const affectedList = (scenario: Scenario, seed: string, ids: readonly string[]): string =>
  [
    'commande;nom;e-mail',
    ...scenario.people
      .filter(({ id }) => ids.includes(id))
      .map((one) => [referenceOf(scenario, seed, one), one.name, addressOf(one)].map(cell).join(';')),
    '',
  ].join('\n')
