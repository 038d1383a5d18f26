import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dueWord, nearAt } from './clock.ts'

const HOUR = 3_600_000

test('one is reminded with a fifth of the time left, within a day', () => {
  assert.equal(nearAt(0, 10 * HOUR), 8 * HOUR)
  assert.equal(nearAt(0, 30 * 24 * HOUR), 29 * 24 * HOUR)
  assert.equal(nearAt(0, 5 * 60_000), 0)
})

test('a reminder always comes before the word passes, and each is said once', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 ** 11 }), fc.integer({ min: 0, max: 2 * 10 ** 11 }), (dueAt, now) => {
      const near = nearAt(0, dueAt)
      assert.ok(near >= 0 && near < dueAt)
      const said = dueWord({ nearAt: near, dueAt, nearTold: false, passedTold: false }, now)
      assert.equal(said, now >= dueAt ? 'passed' : now >= near ? 'near' : null)
      assert.equal(dueWord({ nearAt: near, dueAt, nearTold: true, passedTold: true }, now), null)
    }),
  )
})
