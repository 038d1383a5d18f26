import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { recordKeyOf } from './record-key.ts'

const ALPHABET = '234567abcdefghijklmnopqrstuvwxyz'
const timeOf = (key: string): number => {
  let value = 0n
  for (const letter of key) value = value * 32n + BigInt(ALPHABET.indexOf(letter))
  return Number(value >> 10n) / 1000
}

test('a delivery has one key for ever, in the form that posts must have', () => {
  assert.equal(recordKeyOf('0199f3c2-0000-7000-8000-000000000001'), recordKeyOf('0199f3c2-0000-7000-8000-000000000001'))
  fc.assert(
    fc.property(fc.uuid(), (uuid) => {
      assert.match(recordKeyOf(uuid), /^[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}$/)
    }),
  )
})

test('no client can have made it: its time is before the network was', () => {
  fc.assert(fc.property(fc.uuid(), (uuid) => assert.ok(timeOf(recordKeyOf(uuid)) < Date.parse('2006-01-01'))))
})

test('two deliveries never share a key', () => {
  const keys = new Set(Array.from({ length: 20_000 }, (_, n) => recordKeyOf(`delivery ${n}`)))
  assert.equal(keys.size, 20_000)
})
