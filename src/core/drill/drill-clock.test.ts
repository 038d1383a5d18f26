import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { compressedMinutes, type DrillClock, deskAt, drillPromise, storyAt, storyMinute } from './drill-clock.ts'

const startedAt = Date.UTC(2026, 2, 2, 9)
const clock: DrillClock = { startedAt, compression: 20, pausedMs: 0, pausedAt: null }
const MINUTE = 60_000

test('at ×20 three minutes of the desk are an hour of the story', () => {
  assert.equal(storyAt(clock, startedAt + 3 * MINUTE), startedAt + 60 * MINUTE)
  assert.equal(storyMinute(clock, storyAt(clock, startedAt + 3 * MINUTE)), 60)
})

test('a drill that stands still stays where it is, and goes on from there', () => {
  const paused = { ...clock, pausedAt: startedAt + MINUTE }
  assert.equal(storyAt(paused, startedAt + 50 * MINUTE), startedAt + 20 * MINUTE)
  const resumed = { ...clock, pausedMs: 49 * MINUTE }
  assert.equal(storyAt(resumed, startedAt + 51 * MINUTE), startedAt + 40 * MINUTE)
})

test('the story never runs backwards, and both clocks agree', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 0, max: 10 * 60 * MINUTE }),
      fc.integer({ min: 0, max: 60 * MINUTE }),
      (compression, later, pausedMs) => {
        const one = { ...clock, compression, pausedMs }
        const moment = storyAt(one, startedAt + pausedMs + later)
        assert.ok(storyAt(one, startedAt + pausedMs + later + 1) >= moment)
        assert.ok(Math.abs(deskAt(one, moment) - (startedAt + pausedMs + later)) <= 1)
      },
    ),
  )
})

test('a promise is divided as the time is, and never to nothing; the stricter of two holds', () => {
  assert.equal(compressedMinutes(120, 20), 6)
  assert.equal(compressedMinutes(30, 60), 1)
  assert.equal(compressedMinutes(45, 1), 45)
  assert.equal(drillPromise(240, 60), 60)
  assert.equal(drillPromise(30, 60), 30)
  assert.equal(drillPromise(null, 60), 60)
})
