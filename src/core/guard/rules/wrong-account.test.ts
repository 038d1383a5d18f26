import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { findingsOf } from '../draft-example.ts'
import { canBeOf } from './wrong-account.ts'

const codesOf = (brand: { name: string; account: string; ownAccounts?: string[] }, begunAs?: string) =>
  findingsOf('G5', 'Bonjour, on regarde cela avec vous en message privé.', {
    brand,
    ...(begunAs === undefined ? {} : { begunAs }),
  }).map((finding) => finding.code)

describe('the account in use (G5)', () => {
  for (const [name, account] of [
    ['Fleurs du Port', '@fleursduport'],
    ['Pétales & Cie', '@petalesetcie'],
    ['Clearview Opticians', '@clearviewopt'],
    ['City of Millbrook', '@cityofmillbrook'],
    ['The Larch Hotel', 'The Larch Hotel'],
    ['Stackwise', 'support@stackwise.example'],
    ['Great Fen Railway', '@greatfenrail_stations'],
    ['Société Nautique de Brest', '@snb_officiel'],
  ] as const)
    test(`${account} can speak for ${name}`, () => assert.equal(canBeOf(name, account), true))

  for (const [name, account] of [
    ['Crédit Montagnard', '@lucie.brgn'],
    ['Cardinal Transit', '@buckeye_bbq_pit'],
    ['Kestrel Bank', '@quaysidecraftfair'],
    ['Comptaflor', '@cabinet_roussel_conseil'],
  ] as const)
    test(`${account} cannot speak for ${name}`, () => assert.equal(canBeOf(name, account), false))

  test('perfect words from another account stay in', () =>
    assert.deepEqual(codesOf({ name: 'Fleurs du Port', account: '@marion_perso' }), ['not-the-brands-account']))

  test('an account that was connected for the brand is its own, whatever it is called', () => {
    assert.deepEqual(codesOf({ name: 'Fleurs du Port', account: '@nosbouquets', ownAccounts: ['@nosbouquets'] }), [])
    assert.deepEqual(codesOf({ name: 'Fleurs du Port', account: '@fleursduport', ownAccounts: ['@nosbouquets'] }), [
      'not-the-brands-account',
    ])
  })

  test('a draft begun under another account is read again before it leaves', () => {
    const brand = { name: 'Fleurs du Port', account: '@fleursduport' }
    assert.deepEqual(codesOf(brand, '@fleursdugolfe'), ['account-changed'])
    assert.deepEqual(codesOf(brand, '@fleursduport'), [])
  })
})
