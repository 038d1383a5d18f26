import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { gestureRoom, whyNoGesture } from './gesture.ts'

const goodwill = { capCents: 3_000, perYearCents: 5_000 }
const asked = { amountCents: 2_000, settled: true, givenCents: 0, goodwill }

test('a gesture comes once the problem is settled, and says what stands against it (G8)', () => {
  assert.equal(whyNoGesture(asked), null)
  assert.equal(whyNoGesture({ ...asked, settled: false }), 'not-settled')
  assert.equal(whyNoGesture({ ...asked, amountCents: 3_001 }), 'over-the-cap')
  assert.equal(whyNoGesture({ ...asked, givenCents: 3_001 }), 'given-enough')
  assert.equal(whyNoGesture({ ...asked, goodwill: { capCents: null, perYearCents: null } }), 'none-allowed')
})

test('exactly what is left may be given, and not a cent more', () => {
  const cents = fc.integer({ min: 0, max: 20_000 })
  fc.assert(
    fc.property(cents, cents, cents, fc.boolean(), (capCents, perYearCents, givenCents, settled) => {
      const known = { settled, givenCents, goodwill: { capCents, perYearCents } }
      const room = gestureRoom(known)
      if (room > 0) assert.equal(whyNoGesture({ ...known, amountCents: room }), null)
      assert.notEqual(whyNoGesture({ ...known, amountCents: room + 1 }), null)
    }),
  )
})
