import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { amountsNamed } from './amounts.ts'

const cents = (text: string): number[] =>
  amountsNamed(text).flatMap((amount) => (amount.kind === 'money' ? [amount.cents] : []))
const shares = (text: string): number[] =>
  amountsNamed(text).flatMap((amount) => (amount.kind === 'share' ? [amount.percent] : []))

const READ: readonly [string, number[]][] = [
  ['Nous vous offrons 20 €.', [2_000]],
  ['un geste de 20€ et de 15,50 €', [2_000, 1_550]],
  ['20€50 de moins', [2_050]],
  ['€20, or £15.50, or $1,200.00', [2_000, 1_550, 120_000]],
  ['1 200 € puis 1.200,50 €', [120_000, 120_050]],
  ['CHF 35 ou 35 CHF ou 35 francs', [3_500, 3_500, 3_500]],
  ['20 euros, 20 EUROS, 20 EUR', [2_000, 2_000, 2_000]],
  ['2 k€', [200_000]],
  ['vingt euros', [2_000]],
  ['quatre-vingt-dix-neuf euros', [9_900]],
  ['deux cents euros, mille deux cents euros', [20_000, 120_000]],
  ['twenty-five pounds, two hundred and fifty dollars', [2_500, 25_000]],
  ['50 centimes', [50]],
  ['２０ €, 2\u200b0 €', [2_000, 2_000]],
  ['le 20 mars à 14 h, commande FDP-20417', []],
  ['vingt roses, deux cents tulipes', []],
  ['cent fois merci', []],
  ['', []],
]

test('amounts are read in figures and in words, before and behind their sign, in any of four currencies', () => {
  for (const [text, expected] of READ) assert.deepEqual(cents(text).sort(), [...expected].sort(), text)
})

test('a percentage is a gift where something is given, and idle talk elsewhere', () => {
  assert.deepEqual(shares('Nous vous accordons une remise de 20 %.'), [20])
  assert.deepEqual(shares('15 pour cent de réduction, -10%, 12,5 % off'), [15, 10, 12.5])
  assert.deepEqual(shares('Voici 20 % sur votre prochaine commande. Have 15% on your next stay.'), [20, 15])
  assert.deepEqual(shares('Nous sommes à 100 % d’accord, et la jauge est à 80 %.'), [])
})

test('any whole sum is read back, however it is written', () => {
  const sum = fc.integer({ min: 0, max: 9_999_999 })
  fc.assert(
    fc.property(sum, fc.constantFrom(' ', '\u00a0', '\u202f'), (value, space) => {
      const grouped = String(value).replace(/\B(?=(\d{3})+$)/g, space)
      assert.deepEqual(cents(`soit ${grouped}${space}€, merci`), [value * 100])
      assert.deepEqual(cents(`so £${value.toLocaleString('en-GB')}.05 then`), [value * 100 + 5])
    }),
  )
})

test('no text, however odd, makes the reader fail or invent a negative amount', () => {
  const odd = fc.string({
    unit: fc.constantFrom('€', '$', '1', '0', ',', '.', ' ', 'k', '%', 'euros', '\u200b', '💶', 'CHF'),
  })
  fc.assert(
    fc.property(odd, (text) => {
      assert.ok(
        cents(text).every((value) => Number.isSafeInteger(value) && value >= 0),
        text,
      )
    }),
  )
})
