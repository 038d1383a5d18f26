import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { checkDraft } from '../check-draft.ts'
import { draftExample } from '../draft-example.ts'
import type { GuardInput } from '../guard-input.ts'
import type { MaySayLine } from '../may-say.ts'

const line = (more: Partial<MaySayLine>): MaySayLine => ({
  ...{ state: 'unconfirmed', says: 'Date de relivraison', words: [], claims: [], dates: false, ours: true },
  ...more,
})
const found = (text: string, lines: MaySayLine[], more: Partial<GuardInput> = {}) =>
  checkDraft(draftExample(text, { isOwnDispute: false, maySay: lines, ...more })).filter(
    ({ severity }) => severity === 'block',
  )
const rules = (text: string, lines: MaySayLine[], more: Partial<GuardInput> = {}) =>
  found(text, lines, more).map(({ rule, start, end }) => `${rule} ${text.slice(start, end)}`)

describe('what the crisis cell has not confirmed yet (C3)', () => {
  const date = line({ dates: true, words: ['relivraison', 'relivrer'] })

  test('no date is given in its own cases, and elsewhere none in a sentence that speaks of it', () => {
    for (const text of [
      'Votre bouquet partira demain.',
      'Nous repassons chez vous vendredi soir.',
      'Ce sera fait sous 48 h.',
      'Tout sera prêt pour le 3 juin.',
      'We will be back at your door by Friday.',
      'You will hear from us within 24 hours.',
    ])
      assert.equal(found(text, [date]).filter(({ rule }) => rule === 'C3').length, 1, text)
    const elsewhere = [{ ...date, ours: false }]
    assert.deepEqual(rules('La boutique ouvre demain.', elsewhere), [])
    assert.deepEqual(rules('La relivraison aura lieu demain.', elsewhere), ['C3 demain'])
  })

  test('the date of what the customer did is no promise', () => {
    for (const text of [
      'Merci, je retrouve votre commande du 3 mai.',
      'Nous avons lu votre message de vendredi dernier.',
      'Nous vous tenons au courant dès que nous savons.',
    ])
      assert.deepEqual(rules(text, [date]), [], text)
  })

  test('a claim of it stays in, unless the case’s own file proves it', () => {
    const parcels = line({ says: 'Départ des bouquets', claims: ['delivery'] })
    const text = 'Bonjour Noé, votre bouquet est parti. Sarah'
    assert.ok(rules(text, [parcels]).includes('C3 est parti'))
    const own = { facts: [{ kind: 'delivery', status: 'done', proof: 'LP123' } as const] }
    assert.deepEqual(rules(text, [parcels], own), [])
    assert.deepEqual(
      rules(text, [{ ...parcels, ours: false }], own).filter((rule) => rule.startsWith('C3')),
      [],
    )
  })

  test('its cause may be looked for in public, and not stated', () => {
    const cause = line({ says: 'La cause est le transporteur', words: ['transporteur'] })
    assert.deepEqual(rules('Le transporteur a perdu un camion.', [cause]), ['C3 transporteur'])
    assert.deepEqual(rules('Nous vérifions avec le transporteur.', [cause]), [])
    assert.deepEqual(rules('Nous ne savons pas encore si le transporteur est en cause.', [cause]), [])
  })
})

test('forbidden words are out in every conversation of the brand, whoever writes, in private too', () => {
  const settled = line({ state: 'forbidden', says: 'Tout est réglé', words: ['tout est réglé'], ours: false })
  assert.deepEqual(rules('Tout est  REGLÉ, bonne journée.', [settled], { settled: true }), ['C3 Tout est  REGLÉ'])
  assert.ok(rules('tout est réglé', [settled], { audience: 'private' }).includes('C3 tout est réglé'))
  const [finding] = found('Tout est réglé.', [settled])
  assert.equal(finding?.fixes[0]?.label, 'remove')
})

describe('what the crisis cell has confirmed (G4)', () => {
  const said = '312 bouquets sont partis avec un jour de retard.'
  const known = line({ state: 'confirmed', says: said, claims: ['delivery'] })
  const other = line({ dates: true })

  test('its very words are proved everywhere, and may hold a date', () => {
    assert.ok(
      rules(said, []).includes('G4 sont partis') || rules('Votre bouquet est parti.', []).includes('G4 est parti'),
    )
    const text = `Bonjour Noé, « ${said} » Ils arrivent chez vous. Sarah`
    assert.deepEqual(
      rules(text, [{ ...known, ours: false }]).filter((rule) => rule.includes('partis')),
      [],
    )
    const tonight = line({ state: 'confirmed', says: 'Chaque client est prévenu ce soir.' })
    assert.deepEqual(rules('Chaque client est prévenu ce soir.', [tonight, other]), [])
  })

  test('the claims that it covers are proved in the cases of its incident, and in no other', () => {
    const text = 'Bonjour Noé, votre bouquet est parti. Sarah'
    assert.deepEqual(rules(text, [known]), [])
    assert.deepEqual(rules(text, [{ ...known, ours: false }]), ['G4 est parti'])
    assert.deepEqual(rules('Bonjour Noé, vous êtes remboursé. Sarah', [known]), ['G4 êtes remboursé'])
  })
})
