import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hashPassword, isPassword, PasswordQueueFull } from './password.ts'

test('a password is recognised, another one is not, and the same one never has the same hash', async () => {
  const [one, two] = await Promise.all([hashPassword('une marée très basse'), hashPassword('une marée très basse')])
  assert.match(one, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  assert.notEqual(one, two)
  assert.equal(await isPassword('une marée très basse', one), true)
  assert.equal(await isPassword('une marée très haute', one), false)
})

test('an accent typed in another Unicode form is the same accent', async () => {
  const hash = await hashPassword('marée haute !'.normalize('NFD'))
  assert.equal(await isPassword('marée haute !'.normalize('NFC'), hash), true)
})

test('nobody’s password is never right, nor that of a hash of an unknown form', async () => {
  assert.equal(await isPassword('anything at all', null), false)
  assert.equal(await isPassword('anything at all', 'anything at all'), false)
})

test('a flood of passwords is turned away instead of queueing without end', async () => {
  const all = await Promise.allSettled(Array.from({ length: 60 }, () => isPassword('flood of passwords', null)))
  const refused = all.filter((one) => one.status === 'rejected')
  assert.equal(refused.length, 60 - 52)
  assert.ok(refused.every((one) => one.reason instanceof PasswordQueueFull))
  assert.equal(await isPassword('afterwards', await hashPassword('afterwards')), true)
})
