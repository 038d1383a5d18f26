import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rowFuse } from './fuse.ts'

const MINUTE = 60_000
const burn = (left: number, promised: number | null = 120) =>
  rowFuse({ dueAt: left * MINUTE, promisedMs: promised === null ? null : promised * MINUTE }, 0)

test('the fuse burns down to the deadline, amber for its last quarter, red past it (A2)', () => {
  assert.deepEqual(burn(90), { state: 'calm', share: 0.75, minutes: 90 })
  assert.deepEqual(burn(30), { state: 'soon', share: 0.25, minutes: 30 })
  assert.deepEqual(burn(-18), { state: 'late', share: 0, minutes: 18 })
  assert.deepEqual(burn(0), { state: 'late', share: 0, minutes: 0 })
})

test('a longer wait than promised still shows a full fuse, and nobody waiting shows none', () => {
  assert.equal(burn(240)?.share, 1)
  assert.equal(burn(10, null)?.share, 1)
  assert.equal(rowFuse({ dueAt: null, promisedMs: null }, 0), null)
})
