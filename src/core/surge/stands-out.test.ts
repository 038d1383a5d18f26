import assert from 'node:assert/strict'
import { test } from 'node:test'
import { standsOut } from './stands-out.ts'

test('a topic explains a surge when it is twice its usual, by more than a handful, once its usual is known (L3)', () => {
  const why = { overMs: 1, counted: 12, usual: 4, times: 3, weekday: 2, hour: 14, negativeShare: null }
  assert.equal(standsOut({ why, state: 'known' }), true)
  assert.equal(standsOut({ why: { ...why, times: null }, state: 'known' }), true)
  assert.equal(standsOut({ why, state: 'learning' }), false)
  assert.equal(standsOut({ why: { ...why, counted: 4 }, state: 'known' }), false)
  assert.equal(standsOut({ why: { ...why, times: 1.9 }, state: 'known' }), false)
})
