import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { checkAgainst } from '../check-draft.ts'
import { applyEdit } from '../fixes.ts'
import { type GuardCharter, NO_CHARTER } from '../guard-charter.ts'
import type { GuardInput } from '../guard-input.ts'
import { charterRules } from './charter-rules.ts'

const charter: GuardCharter = {
  ...NO_CHARTER,
  reservedWords: [
    { words: 'suite à votre demande', instead: 'vous nous dites que', severity: 'warn' },
    { words: 'tulipe', severity: 'block' },
  ],
  reservedSubjects: [{ name: 'Politique', words: ['élection', 'gouvernement'], severity: 'block' }],
  competitors: ['Roses Express'],
  otherBrands: ['Café du Quai'],
  ownHosts: ['fleursduport.example'],
  goodwill: { capCents: 1_500, perYearCents: 3_000 },
}
const read = (text: string, more: Partial<GuardInput> = {}) =>
  checkAgainst(charterRules, {
    text,
    audience: 'public',
    incoming: '',
    isFirstAnswer: false,
    facts: [],
    settled: true,
    privateWays: [],
    customer: {},
    brand: { name: 'Fleurs du Port', account: '@fleursduport' },
    recentReplies: [],
    charter,
    ...more,
  })
const rules = (text: string, more: Partial<GuardInput> = {}) => read(text, more).map(({ rule }) => rule)

describe('words that the charter reserves (H1)', () => {
  test('are found whatever their case, accents and plural, and say what to write instead', () => {
    const text = 'SUITE A VOTRE DEMANDE, les tulipes arrivent.'
    const found = read(text)
    assert.deepEqual(
      found.map(({ rule, severity, start, end }) => [rule, severity, text.slice(start, end)]),
      [
        ['H1', 'warn', 'SUITE A VOTRE DEMANDE'],
        ['H1', 'block', 'tulipes'],
      ],
    )
    const fix = found[0]?.fixes[0]
    assert.ok(fix?.kind === 'edit')
    assert.equal(applyEdit(text, fix.edit), 'Vous nous dites que, les tulipes arrivent.')
  })

  test('are not found inside other words, nor without a charter', () => {
    assert.deepEqual(rules('Le tulipier du parc est en fleur.'), [])
    const { charter: _, ...without } = { charter, text: 'Des tulipes.' }
    assert.deepEqual(
      checkAgainst(charterRules, {
        ...without,
        ...{ audience: 'public', incoming: '', isFirstAnswer: false, facts: [], settled: true, privateWays: [] },
        ...{ customer: {}, brand: { name: 'F', account: 'f' }, recentReplies: [] },
      }),
      [],
    )
  })

  test('zero-width and look-alike letters hide nothing', () => {
    assert.deepEqual(rules('Une tu\u200blipe, une tulіpe.'), ['H1', 'H1'])
  })
})

describe('subjects, competitors and other brands (G9, G5)', () => {
  test('a reserved subject is said once, with its name', () => {
    const found = read('Les élections ? Le gouvernement décidera après les élections.')
    assert.deepEqual(
      found.map(({ params }) => params),
      [{ ground: 'reserved', name: 'Politique' }],
    )
  })

  test('a competitor and a sister brand are somebody else’s to read first', () => {
    assert.deepEqual(
      read('Chez Roses Express ou au café du quai, même combat.').map(({ rule, severity }) => [rule, severity]),
      [
        ['G9', 'approve'],
        ['G5', 'approve'],
      ],
    )
    assert.deepEqual(
      rules('Vos roses express sont parties : envoi express.', { charter: { ...charter, competitors: [] } }),
      [],
    )
  })
})

describe('links (H1)', () => {
  test('lead to the brand’s own hosts and their sub-domains, and nowhere else', () => {
    assert.deepEqual(rules('Voyez https://aide.fleursduport.example/retours et www.fleursduport.example.'), [])
    assert.deepEqual(rules('Voyez https://fleursduport.example.evil.test/x'), ['link'])
    assert.deepEqual(rules('Voyez bit.ly/abc'), ['link'])
  })

  test('an address, a missing space and an offered way are no foreign link', () => {
    assert.deepEqual(rules('Écrivez à aide@ailleurs.example. Merci.Bonne journée'), [])
    const wording = {
      fr: 'Écrivez-nous ici : https://formulaire.example/x',
      en: 'Write here: https://formulaire.example/x',
    }
    const privateWays = [{ kind: 'form' as const, open: true, wording }]
    assert.deepEqual(rules('Écrivez-nous ici : https://formulaire.example/x', { privateWays }), [])
  })

  test('no hosts in the charter: links are not judged', () => {
    assert.deepEqual(rules('https://ailleurs.example', { charter: { ...charter, ownHosts: [] } }), [])
  })
})

describe('gestures within the charter (G8)', () => {
  const why = (text: string, more: Partial<GuardInput> = {}) => read(text, more).map(({ params }) => params)
  const none: GuardCharter = { ...charter, goodwill: { capCents: null, perYearCents: null } }

  test('over the cap, over the year, or none at all', () => {
    assert.deepEqual(why('Voici un bon d’achat de 20 €.'), [{ why: 'over-the-cap' }])
    assert.deepEqual(why('Here is a £25 voucher.'), [{ why: 'over-the-cap' }])
    assert.deepEqual(why('Voici un bon d’achat de 10 €.', { givenCents: 2_500 }), [{ why: 'given-enough' }])
    assert.deepEqual(why('Voici un geste commercial.', { charter: none }), [{ why: 'none-allowed' }])
  })

  test('a share of a price has no known worth, so that a second person reads it; without any gesture there is none in percent either', () => {
    for (const text of [
      'Nous vous offrons 20 % sur votre prochaine commande.',
      'Voici une remise de 15 %.',
      '-10% sur votre panier pour vous faire patienter.',
      'Here is 20 percent off your next order.',
      'We have put a 15% discount on your account.',
      'Voici un bon d’achat de 10 € et 20 % de réduction.',
    ])
      assert.deepEqual(why(text), [{ why: 'worth-unknown' }], text)
    assert.deepEqual(why('Nous vous offrons 20 % sur votre prochaine commande.', { charter: none }), [
      { why: 'none-allowed' },
    ])
    assert.deepEqual(why('Voici un bon d’achat de 20 € et 20 % de réduction.'), [{ why: 'over-the-cap' }])
    assert.deepEqual(why('Voici une remise de 5 %.', { givenCents: 3_000 }), [{ why: 'given-enough' }])
  })

  test('what is offered to everybody is told to whoever asks for it; what has a price is held against the cap all the same', () => {
    const incoming = 'Il y a une promo étudiant en ce moment ?'
    assert.deepEqual(why('Oui ! -30 % la première année avec le code CAMPUS.', { incoming }), [])
    assert.deepEqual(why('Voici un bon d’achat de 500 €.', { incoming }), [{ why: 'over-the-cap' }])
    assert.deepEqual(why('-30 % la première année.', { incoming: 'Colis perdu, une remise au moins ?' }), [
      { why: 'worth-unknown' },
    ])
  })

  test('where the price is named the share is worth so much, and is held against the cap', () => {
    assert.deepEqual(why('Voici 20 % de remise sur votre commande de 50 €.'), [])
    assert.deepEqual(why('Voici 20 % de remise sur votre facture de 1 200 €.'), [{ why: 'over-the-cap' }])
    assert.deepEqual(why('Here is 10% off your order of £60.'), [])
    assert.deepEqual(why('Here is 10% off your order of £600.'), [{ why: 'over-the-cap' }])
    assert.deepEqual(why('Voici 20 % de remise sur votre commande de 50 €.', { givenCents: 2_500 }), [
      { why: 'given-enough' },
    ])
    // A floor is no price.
    assert.deepEqual(why('20 % de remise dès 50 € d’achat.'), [{ why: 'worth-unknown' }])
    assert.deepEqual(why('20% off any order over £50.'), [{ why: 'worth-unknown' }])
    assert.deepEqual(why('20 % de remise et un bon d’achat de 10 €.'), [{ why: 'worth-unknown' }])
  })

  test('a percentage that gives nothing is none', () => {
    for (const text of [
      'Le bouquet est à 100 % de saison.',
      'Nous sommes à 80 % de livraisons à l’heure.',
      'Le taux passe à 2 % sur votre contrat.',
      'Voici un bon d’achat de 10 €, valable à 100 % en ligne.',
      'Nous n’accordons pas de remise de 20 %.',
      'The VAT is 20% on your order.',
      'Votre commande est prête à 90 %.',
    ])
      assert.deepEqual(why(text), [], text)
  })

  test('within both, refused, or owed anyway: nothing to say', () => {
    assert.deepEqual(why('Voici un bon d’achat de 10 €.'), [])
    assert.deepEqual(why('Nous ne pouvons pas faire de geste commercial.', { charter: none }), [])
    assert.deepEqual(why('Vous serez remboursée de 80 €.', { charter: none }), [])
  })
})
