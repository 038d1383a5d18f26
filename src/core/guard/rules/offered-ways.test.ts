import assert from 'node:assert/strict'
import { test } from 'node:test'
import { offeredWays } from '#core/privacy/offered-ways.ts'
import { findingsOf } from '../draft-example.ts'
import { applyEdit } from '../fixes.ts'

const phone = { kind: 'phone', value: '02 40 12 34 56' } as const
const email = { kind: 'email', value: 'bonjour@fleursduport.example' } as const

test('what a fix proposes is an invitation in the guard’s own eyes, in both languages', () => {
  for (const text of ['Nous sommes désolés.', 'We are so sorry.'])
    for (const way of [
      { can: true, offers: [] },
      { can: false, offers: [phone, email] },
      { can: false, offers: [email] },
    ]) {
      const draft = { isOwnDispute: true, privateWays: offeredWays(way), incoming: 'x' }
      const [fix] = findingsOf('P1', text, draft)[0]?.fixes ?? []
      assert.ok(fix?.kind === 'edit')
      const said = applyEdit(text, fix.edit)
      for (const rule of ['P1', 'P2', 'G1', 'G2'] as const) assert.deepEqual(findingsOf(rule, said, draft), [], said)
    }
})

test('a form is no private way, and a message that does not arrive is not proposed', () => {
  const ways = offeredWays({ can: false, offers: [{ kind: 'form', value: 'https://fleurs.example/aide' }] })
  assert.deepEqual(findingsOf('P1', 'Nous sommes désolés.', { isOwnDispute: true, privateWays: ways })[0]?.fixes, [])
})
