import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { findContacts, isCardNumber, isIban } from './contact.ts'
import { fold } from './fold.ts'

const seen = (text: string) => findContacts(fold(text).folded).map((c) => `${c.kind} ${c.value}`)

describe('numbers and addresses written in full', () => {
  test('an IBAN is one when its checksum says so', () => {
    assert.ok(isIban('fr1420041010050500013m02606'))
    assert.ok(!isIban('fr1520041010050500013m02606'))
    assert.deepEqual(seen('mon IBAN FR14 2004 1010 0505 0001 3M02 606 merci'), [
      'iban fr14 2004 1010 0505 0001 3m02 606',
    ])
    assert.deepEqual(seen('GB82WEST12345698765432'), ['iban gb82west12345698765432'])
  })

  test('a card number is one when Luhn says so', () => {
    assert.ok(isCardNumber('4111111111111111'))
    assert.ok(!isCardNumber('4111111111111112'))
    assert.ok(!isCardNumber('0000000000000000'))
    assert.deepEqual(seen('carte 4111 1111 1111 1111'), ['card 4111 1111 1111 1111'])
  })

  test('telephones of several countries', () => {
    for (const phone of [
      '06 12 45 78 89',
      '+33 6 12 45 78 89',
      '0117 496 0110',
      '081 00 12 34',
      '418 555-0133',
      '07700 900461',
    ])
      assert.deepEqual(seen(`au ${phone}, merci`), [`phone ${phone}`])
  })

  test('dates, prices, years and short numbers are no telephones', () => {
    assert.deepEqual(seen('le 12/05/2026 à 8h30, 1 840 € en 2025, place 14, le 3210'), [])
  })

  test('an e-mail address, and not the full stop after it', () => {
    assert.deepEqual(seen('Écrivez à bonjour@fleursduport.example.'), ['email bonjour@fleursduport.example'])
    assert.deepEqual(seen('@fleursduport merci'), [])
  })
})
