import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findingsOf } from './draft-example.ts'
import { applyEdit } from './fixes.ts'
import { offeredWays } from './offered-ways.ts'

const brandWays = [
  { kind: 'form', value: 'https://fleurs.example/aide' },
  { kind: 'phone', value: '02 40 12 34 56' },
  { kind: 'email', value: 'bonjour@fleursduport.example' },
] as const

test('what a fix proposes is an invitation in the guard’s own eyes, in both languages', () => {
  for (const text of ['Nous sommes désolés.', 'We are so sorry.'])
    for (const privateWays of [
      offeredWays(true, []),
      offeredWays(false, brandWays),
      offeredWays(false, brandWays.slice(2)),
    ]) {
      const draft = { isOwnDispute: true, privateWays, incoming: 'x' }
      const [fix] = findingsOf('P1', text, draft)[0]?.fixes ?? []
      assert.ok(fix?.kind === 'edit')
      const said = applyEdit(text, fix.edit)
      for (const rule of ['P1', 'P2', 'G1', 'G2'] as const) assert.deepEqual(findingsOf(rule, said, draft), [], said)
    }
})

test('a form is no private way, and a message that does not arrive is not proposed', () => {
  const draft = { isOwnDispute: true, privateWays: offeredWays(false, brandWays.slice(0, 1)) }
  assert.deepEqual(findingsOf('P1', 'Nous sommes désolés.', draft)[0]?.fixes, [])
})
