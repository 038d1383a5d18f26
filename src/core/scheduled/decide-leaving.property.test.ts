import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { MINUTE_MS } from '#core/time.ts'
import { decideLeaving, type Pause, pausesNow } from './decide-leaving.ts'

const T = 1_800_000_000_000
const at = fc.integer({ min: -120, max: 240 }).map((minutes) => T + minutes * MINUTE_MS)
const pause: fc.Arbitrary<Pause> = fc
  .record({
    kind: fc.constantFrom('incident' as const, 'stop' as const),
    id: fc.constantFrom('a', 'b', 'c'),
    from: at,
    lasts: fc.option(fc.integer({ min: 1, max: 200 })),
  })
  .map(({ lasts, ...one }) => ({ ...one, until: lasts === null ? null : one.from + lasts * MINUTE_MS }))
const world = fc.record({
  now: at,
  pauses: fc.array(pause, { maxLength: 5 }),
  allowed: fc.uniqueArray(fc.constantFrom('a', 'b', 'c')),
  lateAfterMinutes: fc.integer({ min: 0, max: 90 }),
})
const decide = ({
  now,
  pauses,
  allowed,
  lateAfterMinutes,
}: typeof world extends fc.Arbitrary<infer W> ? W : never) => ({
  post: { readyAt: T, allowed: new Set(allowed) },
  leaving: decideLeaving({ readyAt: T, allowed: new Set(allowed) }, { now, pauses, lateAfterMinutes }),
})

test('nothing leaves before its hour, nor while something that nobody let it pass by is in force', () => {
  fc.assert(
    fc.property(world, (w) => {
      const { post, leaving } = decide(w)
      if (w.now < T) assert.equal(leaving.step, 'wait')
      if (w.now >= T && pausesNow(post, w.pauses, w.now).length > 0) assert.equal(leaving.step, 'paused')
      if (leaving.step === 'read') {
        assert.ok(w.now >= T && w.now - T <= w.lateAfterMinutes * MINUTE_MS)
        for (const one of w.pauses)
          if (one.kind === 'stop' || !new Set<string>(w.allowed).has(one.id))
            assert.ok(one.from > w.now || (one.until !== null && one.until <= T), 'no pause since its hour')
      }
    }),
  )
})

test('what was ever suspended past its hour, or is late, asks for ever after: it never leaves by surprise', () => {
  fc.assert(
    fc.property(world, fc.integer({ min: 0, max: 500 }), (w, later) => {
      const { leaving } = decide(w)
      // What begins after now may suspend it anew; what is known now is enough to keep it in.
      if (leaving.step !== 'ask' && leaving.step !== 'paused') return
      const then = decide({ ...w, now: w.now + later * MINUTE_MS }).leaving
      assert.ok(then.step === 'ask' || then.step === 'paused', `${leaving.step} became ${then.step}`)
    }),
  )
})

test('an incident that somebody let it pass by counts as none; a stop of speech nobody lets pass by', () => {
  fc.assert(
    fc.property(world, (w) => {
      const all = decide({ ...w, allowed: ['a', 'b', 'c'] }).leaving
      const stops = decide({ ...w, allowed: [], pauses: w.pauses.filter(({ kind }) => kind === 'stop') }).leaving
      assert.deepEqual(all, stops)
    }),
  )
})

test('what is over before the hour leaves no trace: what is not yet due goes on', () => {
  fc.assert(
    fc.property(world, (w) => {
      const before = w.pauses.map((one) => ({ ...one, from: T - 90 * MINUTE_MS, until: T }))
      const { leaving } = decide({ ...w, pauses: before, now: Math.max(w.now, T) })
      assert.ok(leaving.step === 'read' || (leaving.step === 'ask' && leaving.why === 'late'))
    }),
  )
})
