import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#core/time.ts'
import { hearMessages } from './hear-messages.ts'
import { hashOf } from './min-hash.ts'
import { type HeardMessage, MOST_PHRASES, MOST_STORIES, type Radar, startRadar } from './radar.ts'
import { isMuted, risingPhrases, risingStories } from './rising.ts'

const START = Date.UTC(2026, 10, 2, 8)
let counter = 0
const says = (text: string, at: number, over: Partial<HeardMessage> & { by?: string } = {}): HeardMessage => {
  counter++
  const { by = `client ${counter}`, ...rest } = over
  return {
    ...{ id: `m${String(counter).padStart(6, '0')}`, at, text, author: hashOf(by), followers: 100, network: 'bluesky' },
    ...{ topic: 'delivery', sentiment: 'negative', ...rest },
  }
}

const USUAL = [
  'Ma commande est arrivée ce matin, jolies roses',
  'Vous livrez à Rezé le dimanche ?',
  'Le magasin de la rue Crébillon ferme à quelle heure',
  'Un bouquet pour un mariage en juin, quel tarif',
  'Les tulipes tiennent longtemps en vase',
  'Carte cadeau perdue, comment la retrouver',
  'Facture reçue deux fois sur mon adresse',
  'Livreur très aimable hier soir',
]
/** Two weeks in which nothing happens: eight subjects, one message an hour. */
const calm = (days = 14): Radar => {
  const hours = days * 24
  const messages = Array.from({ length: hours }, (_, i) =>
    says(
      `${USUAL[i % USUAL.length]} ${['vraiment', 'demain', 'samedi', 'Nantes', 'merci'][i % 5]}`,
      START + i * HOUR_MS,
      { sentiment: 'neutral' },
    ),
  )
  return hearMessages(startRadar(START), messages)
}
const NOW = START + 14 * DAY_MS

test('a subject that everybody speaks of since an hour is the first line, with its share, its people, its reach and how they feel', () => {
  const event = [
    'Le camion frigorifique est tombé en panne, mes pivoines sont fanées',
    'Pivoines fanées à la livraison, panne du camion paraît-il',
    'Camion frigorifique en panne et voilà mes pivoines mortes',
    'Apparemment panne de camion : pivoines fanées chez tout le monde',
    'pivoines livrées fanées à cause du camion en panne, sérieux',
  ]
  const radar = hearMessages(
    calm(),
    event.map((text, i) => says(text, NOW + i * 5 * MINUTE_MS, { network: i % 2 === 0 ? 'bluesky' : 'email' })),
  )
  const [first, ...others] = risingStories(radar, NOW + HOUR_MS)
  assert.ok(first)
  assert.equal(first.story.count, 5)
  assert.equal(first.authors, 5)
  assert.equal(first.story.reach, 500)
  assert.equal(first.negativeShare, 1)
  assert.deepEqual(first.story.networks, { bluesky: 3, email: 2 })
  assert.ok(
    first.label.some((word) => /pivoines|camion|fanées|panne/.test(word)),
    first.label.join(' '),
  )
  assert.ok(first.share > 0.5)
  assert.deepEqual(others, [])
  assert.ok(risingPhrases(radar, NOW + HOUR_MS).some(({ phrase }) => phrase.includes('pivoines')))
})

test('the same message shared ten thousand times is one line of which a few words are kept (L3)', () => {
  const text = 'Scandale : Fleurs du Port jette les invendus dans la Loire, la vidéo est accablante'
  const shared = Array.from({ length: 10_000 }, (_, i) =>
    says(i % 3 === 0 ? `RT ${text} !!!` : i % 3 === 1 ? `${text} https://vid.example/${i}` : text, NOW + i * 60),
  )
  const radar = hearMessages(calm(), shared)
  const rising = risingStories(radar, NOW + 10_000 * 60)
  assert.equal(rising.length, 1)
  const [line] = rising
  assert.ok(line)
  assert.equal(line.story.count, 10_000)
  assert.equal(line.story.samples.length, 1)
  assert.ok(Math.abs(line.authors - 10_000) < 4_000, `${line.authors}`)
  assert.ok(line.share > 0.95)
})

test('a calm day has no line, a busy morning neither; a radar of one day is still learning', () => {
  const quiet = calm()
  assert.deepEqual(risingStories(quiet, NOW), [])
  const busy = Array.from({ length: 60 }, (_, i) =>
    says(
      `${USUAL[i % USUAL.length]} ${['vraiment', 'demain', 'samedi', 'Nantes', 'merci'][i % 5]}`,
      NOW + i * MINUTE_MS,
    ),
  )
  const morning = hearMessages(quiet, busy)
  assert.ok(risingStories(morning, NOW + HOUR_MS).every(({ rise }) => rise.times < 3))
  assert.deepEqual(risingPhrases(calm(0.5), START + DAY_MS / 2), [])
})

test('two events at once are two lines; what has passed is none', () => {
  const radar = hearMessages(
    calm(),
    Array.from({ length: 8 }, (_, i) =>
      says(
        i % 2 === 0
          ? `Grève des transporteurs ${i}, mon colis bloqué au dépôt de Carquefou`
          : `Code promo FLEUR20 refusé au paiement ${i}, panier vidé`,
        NOW + i * MINUTE_MS,
      ),
    ),
  )
  const rising = risingStories(radar, NOW + 20 * MINUTE_MS)
  assert.deepEqual(
    rising.map(({ story }) => story.count),
    [4, 4],
  )
  assert.deepEqual(risingStories(radar, NOW + 2 * DAY_MS), [])
})

test('one person who repeats it alone is no subject until it is a flood', () => {
  const alone = (n: number) =>
    hearMessages(
      calm(),
      Array.from({ length: n }, (_, i) => says('Remboursez mon orchidée cassée', NOW + i * MINUTE_MS, { by: 'Lucas' })),
    )
  assert.deepEqual(risingStories(alone(5), NOW + HOUR_MS), [])
  const [flood] = risingStories(alone(30), NOW + HOUR_MS)
  assert.deepEqual([flood?.authors, flood?.story.reach], [1, 100])
})

test('a homonym is told by two of its words', () => {
  const mutes = [{ words: ['Fête', 'lumières', 'Lyon'] }]
  assert.equal(isMuted('La fête des lumières commence ce soir', mutes), true)
  assert.equal(isMuted('Une fête chez vous ?', mutes), false)
  assert.equal(isMuted('Une fête chez vous ?', [{ words: ['fetes'] }]), false)
  assert.equal(isMuted('Festival complet', [{ words: ['festival'] }]), true)
  assert.equal(isMuted('', mutes), false)
})

test('memory is bounded, whatever is said', () => {
  const noise = Array.from({ length: 3_000 }, (_, i) =>
    says(
      Array.from({ length: 8 }, (_, k) =>
        `mot${String.fromCharCode(97 + ((i * 7 + k * 13) % 26))}${'abcdefghij'[(i >> k) % 10]}${'klmnopqrst'[(i * k) % 10]}`.replace(
          /\d/g,
          '',
        ),
      ).join(' '),
      NOW + i * 1_000,
    ),
  )
  const radar = hearMessages(startRadar(NOW), noise)
  assert.ok(radar.stories.length <= MOST_STORIES)
  assert.ok(Object.keys(radar.phrases).length <= MOST_PHRASES * 1.25)
  assert.ok(JSON.stringify(radar).length < 1_500_000)
})
