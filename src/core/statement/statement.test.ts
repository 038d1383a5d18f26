import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { checkDraft } from '#core/guard/check-draft.ts'
import type { GuardInput, Language } from '#core/guard/guard-input.ts'
import { measureLength } from '#core/text/length.ts'
import { HOUR_MS, MINUTE_MS } from '#core/time.ts'
import { isOffered, MOMENTS } from './moment.ts'
import { chooseWording, type Wording } from './prepared.ts'
import { nextReadBack } from './read-back.ts'
import { fillSlots, openSlots, SAMPLES } from './slots.ts'
import { starterStatements } from './starter.ts'

const wordings: readonly Wording[] = [
  { language: 'fr', connector: null, text: 'partout' },
  { language: 'fr', connector: 'bluesky', text: 'sur Bluesky' },
  { language: 'en', connector: null, text: 'everywhere' },
]

/** Words to everybody, when somebody holds the incident. */
const input = (text: string, held: boolean): GuardInput => ({
  text,
  audience: 'public',
  incoming: '',
  isFirstAnswer: false,
  isOwnDispute: false,
  facts: held ? [{ kind: 'owner', status: 'done' }] : [],
  settled: false,
  privateWays: [],
  customer: {},
  brand: { name: 'Fleurs du Port', account: 'fleursduport', ownAccounts: ['fleursduport'] },
  recentReplies: [],
})

/** What a person writes in the place of a slot that only the day can fill. */
const BY_HAND: Readonly<Record<Language, string>> = {
  fr: 'un camion en panne près d’Angers',
  en: 'a lorry broken down near Angers',
}

const filled = (text: string, language: Language): string =>
  openSlots(fillSlots(text, SAMPLES[language])).reduce(
    (said, slot) => said.replace(`{{${slot}}}`, BY_HAND[language]),
    fillSlots(text, SAMPLES[language]),
  )

describe('prepared statements', () => {
  it('give each account the words of its own network and language first', () => {
    const chosen = (connector: string, language: Language) => chooseWording(wordings, { connector, language })?.text
    assert.equal(chosen('bluesky', 'fr'), 'sur Bluesky')
    assert.equal(chosen('bluesky', 'en'), 'everywhere')
    assert.equal(chosen('mastodon', 'fr'), 'partout')
    assert.equal(chooseWording([], { connector: 'x', language: 'fr' }), null)
  })

  it('fill in what is known in either language, and leave the rest to be filled by hand', () => {
    const text = 'Point sur {{sujet}} à {{ Next update }} : {{la cause}}'
    const said = fillSlots(text, { subject: 'les livraisons', next: '16 h' })
    assert.equal(said, 'Point sur les livraisons à 16 h : {{la cause}}')
    assert.deepEqual(openSlots(said), ['la cause'])
  })

  it('offer « we are on it » once somebody holds the incident', () => {
    assert.deepEqual(
      MOMENTS.filter((moment) => !isOffered(moment, false)),
      ['taken'],
    )
    assert.ok(MOMENTS.every((moment) => isOffered(moment, true)))
  })

  it('are read back soon after they went out, then less and less, and at last no more', () => {
    assert.equal(nextReadBack(0, 0), MINUTE_MS)
    assert.equal(nextReadBack(0, 5), 48 * HOUR_MS)
    assert.equal(nextReadBack(0, 6), null)
  })
})

describe('the starter set', () => {
  const all = starterStatements('fr').flatMap(({ title, moment, wordings: texts }) =>
    texts.map(({ language, text }) => ({ title, moment, language, text })),
  )

  it('has every moment in both languages, and fits the shortest network once it is filled in', () => {
    assert.deepEqual(new Set(all.map(({ moment }) => moment)), new Set(MOMENTS))
    assert.equal(all.length, 22)
    for (const { title, language, text } of all) {
      const said = fillSlots(text, SAMPLES[language])
      assert.equal(measureLength(said.replaceAll(/[{}]/g, ''), { graphemes: 300 }).over, null, `${title}: ${said}`)
    }
  })

  it('says nothing that the guard holds in when somebody holds the incident', () => {
    for (const { title, moment, language, text } of all) {
      const found = checkDraft(input(filled(text, language), true)).filter(({ severity }) => severity === 'block')
      // That it is over must be proved on the day: no text prepared before can.
      const wanted = moment === 'settled' ? found.filter(({ rule }) => rule !== 'G4') : found
      assert.deepEqual(
        wanted.map(({ rule, code }) => `${rule} ${code}`),
        [],
        `${title} (${language})`,
      )
    }
  })

  it('is held in as long as a slot is open', () => {
    for (const { title, text } of all)
      assert.ok(
        checkDraft(input(text, true)).some(({ code, severity }) => code === 'template-left' && severity === 'block'),
        title,
      )
  })
})
