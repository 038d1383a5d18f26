import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hashToken, newToken, type TokenUse } from './token.ts'

const uses: TokenUse[] = ['session', 'set-up', 'invite', 'reset']

test('a token has one hash for each use, so that none passes for another', () => {
  const token = newToken()
  assert.equal(new Set(uses.map((use) => hashToken(use, token)?.toString('hex'))).size, uses.length)
  assert.equal(Buffer.from(token, 'base64url').length, 32)
})

test('what cannot be a token is not even looked for', () => {
  for (const wrong of [
    '',
    ' ',
    'a'.repeat(42),
    'a'.repeat(44),
    `${'a'.repeat(42)}\n`,
    `${'a'.repeat(42)}=`,
    '%'.repeat(43),
  ])
    assert.equal(hashToken('session', wrong), null, JSON.stringify(wrong))
})
