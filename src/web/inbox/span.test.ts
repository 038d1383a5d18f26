import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Span, spanOver } from './span.ts'

const SEEN = 10
const start: Span = { from: 0, until: SEEN }

test('walking down row by row, the same rows serve for several steps', () => {
  let span = spanOver(start, 0, SEEN)
  let changes = 0
  for (let first = 1; first <= 100; first += 1) {
    const next = spanOver(span, first, first + SEEN)
    if (next !== span) changes += 1
    span = next
  }
  assert.ok(changes <= 20, `${changes} changes for 100 steps`)
})

test('wherever one scrolls, rows stand ready on both sides, and never many more than are seen', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5_000), { minLength: 1 }), fc.integer({ min: 1, max: 60 }), (places, seen) => {
      let span = start
      for (const first of places) {
        span = spanOver(span, first, first + seen)
        assert.ok(span.from <= Math.max(0, first - 4))
        assert.ok(span.until >= first + seen + 4)
        assert.ok(span.until - span.from <= seen + 27)
      }
    }),
  )
})
