import type { Connected, ConnectionField, Tools } from '../connector.ts'
import { Settings } from './world.ts'

export const fields: ConnectionField[] = [
  {
    name: 'brand',
    label: { fr: 'Nom de la marque', en: 'Name of the brand' },
    hint: { fr: 'La ville parlera d’elle.', en: 'The town will talk about it.' },
    kind: 'text',
    required: true,
    initial: 'Fleurs du Port',
  },
  {
    name: 'trade',
    label: { fr: 'Ce qu’elle vend', en: 'What it sells' },
    kind: 'choice',
    required: true,
    initial: 'florist',
    choices: [
      { value: 'florist', label: { fr: 'Des fleurs', en: 'Flowers' } },
      { value: 'shop', label: { fr: 'Un peu de tout, en ligne', en: 'A bit of everything, online' } },
    ],
  },
  {
    name: 'pace',
    label: { fr: 'Rythme de la ville', en: 'Pace of the town' },
    kind: 'choice',
    required: true,
    initial: 'calm',
    choices: [
      {
        value: 'calm',
        label: { fr: 'Calme : un message toutes les 1 à 3 minutes', en: 'Calm: a message every 1 to 3 minutes' },
      },
      { value: 'lively', label: { fr: 'Animé : deux par minute', en: 'Lively: two a minute' } },
      { value: 'storm', label: { fr: 'Tempête : toutes les quelques secondes', en: 'Storm: every few seconds' } },
      { value: 'paused', label: { fr: 'En pause', en: 'Paused' } },
    ],
  },
]

const MOST_BRAND = 60

const handleOf = (brand: string): string =>
  brand
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')

/** Anybody may open shop in the town: a name is enough. */
export const connect = async (
  credentials: Record<string, string>,
  { random }: Pick<Tools, 'random'>,
): Promise<Connected> => {
  const brand = (credentials.brand ?? '').trim()
  const handle = handleOf(brand)
  if (handle === '' || brand.length > MOST_BRAND) {
    return {
      kind: 'refused',
      reason: 'bad-name',
      detail: `give the brand a name of letters or digits, ${MOST_BRAND} at most`,
    }
  }
  const { trade, pace, scale } = Settings.parse(credentials)
  const seed = Math.floor(random() * 2 ** 32).toString(36)
  return {
    kind: 'connected',
    account: { externalId: `practice-${handle}`, handle, displayName: brand },
    secret: {},
    settings: { brand, trade, pace, scale, seed },
  }
}
