import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { DUTIES, type Rota } from '#core/rota/rota.ts'
import { MINUTE_MS } from '#core/time.ts'
import { CALM_MS, decideAlert, type Standing } from './alert.ts'
import type { SurgeReading } from './reading.ts'
import { ALERT_SCORE } from './settings.ts'
import { whomToTell } from './whom-to-tell.ts'

const BUCKET = 5 * MINUTE_MS
const why = { overMs: BUCKET, counted: 54, usual: 2, times: 27, weekday: 2, hour: 14, negativeShare: null }
const reading = (n: number, more: Partial<SurgeReading>): SurgeReading => ({
  ...{ at: n * BUCKET, score: 0, height: 0, why, state: 'known', feed: 'heard', silence: null },
  ...more,
})

type Seen = { step: string; reading: SurgeReading; before: Standing | null }

/** Follows one series as the desk does: the running bucket is looked at, then heard to its end. */
const follow = (readings: readonly SurgeReading[]): Seen[] => {
  const seen: Seen[] = []
  let standing = null as Standing | null
  for (const one of readings)
    for (const isOver of [false, true]) {
      const before = standing as Standing | null
      const decided = decideAlert(before, one, isOver)
      seen.push({ step: decided.step, reading: one, before })
      if (decided.step === 'raise' || decided.step === 'grow') standing = { height: one.height, calmSince: null }
      else if (decided.step === 'over') standing = null
      else if (decided.step === 'keep' && before !== null) standing = { ...before, calmSince: decided.calmSince }
    }
  return seen
}
const told = (seen: readonly Seen[]) => seen.map(({ step }) => step).filter((step) => !['none', 'keep'].includes(step))

const storm = { score: 0.7, height: 3 }

test('a surge is raised once, kept while it lasts, and over after half an hour as on any day', () => {
  const readings = [reading(0, {}), reading(1, storm), reading(2, storm), reading(3, { height: 1 })]
  for (let n = 4; n <= 10; n += 1) readings.push(reading(n, { height: 0.2 }))
  const seen = follow(readings)
  assert.deepEqual(told(seen), ['raise', 'over'])
  assert.equal(seen.find(({ step }) => step === 'over')?.reading.at, 4 * BUCKET + CALM_MS)
})

test('a surge that doubles shows its new figures, and one that flickers does not', () => {
  const seen = follow([reading(0, storm), reading(1, { height: 3.5 }), reading(2, { score: 0.9, height: 7 })])
  assert.deepEqual(told(seen), ['raise', 'grow'])
})

test('a feed that falls silent in the middle of a storm does not end it', () => {
  const silent = Array.from({ length: 40 }, (_, n) => reading(n + 1, { feed: n % 2 === 0 ? 'silent' : 'unheard' }))
  assert.deepEqual(told(follow([reading(0, storm), ...silent])), ['raise'])
})

test('an alert that was raised low does not grow while nothing happens', () => {
  const calm = Array.from({ length: 8 }, (_, n) => reading(n + 1, {}))
  assert.deepEqual(told(follow([reading(0, { score: 0.7, height: 0 }), ...calm])), ['raise', 'over'])
})

const anyReadings = fc
  .array(
    fc.record({
      score: fc.double({ min: 0, max: 1, noNaN: true }),
      height: fc.double({ min: 0, max: 40, noNaN: true }),
      feed: fc.constantFrom('heard', 'heard', 'heard', 'silent', 'unheard'),
    }),
    { maxLength: 60 },
  )
  .map((all) => all.map((one, n) => reading(n, one)))

test('never two alerts at once, none below the score, none from a feed that nobody hears', () => {
  fc.assert(
    fc.property(anyReadings, (readings) => {
      let open = false
      for (const { step, reading: one } of follow(readings)) {
        if (step === 'raise') {
          assert.ok(!open && one.score >= ALERT_SCORE && one.feed === 'heard')
          open = true
        }
        if (step === 'grow' || step === 'keep') assert.ok(open)
        if (step === 'over') {
          assert.ok(open && one.feed === 'heard')
          open = false
        }
      }
    }),
  )
})

test('whatever came before, calm ends it, and only as many lines tell of growth as there were powers of 1.6', () => {
  fc.assert(
    fc.property(anyReadings, (readings) => {
      const calm = Array.from({ length: 8 }, (_, n) => reading(readings.length + n, {}))
      const seen = follow([...readings, ...calm])
      const steps = told(seen)
      assert.equal(steps.filter((step) => step === 'raise').length, steps.filter((step) => step === 'over').length)
      for (const { step, reading: one, before } of seen)
        if (step === 'grow') assert.ok(before !== null && one.height >= before.height * 1.6)
    }),
  )
})

const rota = (more: Partial<Rota>): Rota => ({
  ...{ timeZone: 'UTC', shifts: [], absences: [], closedDays: [] },
  hands: ['aicha', 'julien', 'sarah', 'maud'].map((memberId) => ({ memberId, able: DUTIES })),
  ...more,
})
const MONDAY = Date.UTC(2026, 2, 2, 10)
const watching = [{ memberId: 'aicha', duty: 'watch' as const, weekday: 1, from: '09:00', to: '18:00' }]
const away = (memberId: string, standInId: string | null) => ({
  ...{ memberId, standInId, fromAt: MONDAY - 1, untilAt: MONDAY + 1 },
})
const managers = ['sarah', 'maud']

test('first whoever watches, then the managers with them; nobody on watch: the managers at once', () => {
  assert.deepEqual(whomToTell(rota({ shifts: watching }), managers, MONDAY, 0), ['aicha'])
  assert.deepEqual(whomToTell(rota({ shifts: watching }), managers, MONDAY, 1), ['aicha', 'sarah', 'maud'])
  assert.deepEqual(whomToTell(rota({}), managers, MONDAY, 0), managers)
})

test('a stand-in is told in place of whoever is away, and a manager who is away is left in peace while another is there', () => {
  const absences = [away('aicha', 'julien'), away('maud', null)]
  assert.deepEqual(whomToTell(rota({ shifts: watching, absences }), managers, MONDAY, 0), ['julien'])
  assert.deepEqual(whomToTell(rota({ shifts: watching, absences }), managers, MONDAY, 1), ['julien', 'sarah'])
})

test('an alert is never told to nobody, nor twice to the same person at once', () => {
  const who = fc.constantFrom('aicha', 'julien', 'sarah', 'maud')
  const absence = fc.tuple(who, fc.option(who)).map(([memberId, standInId]) => away(memberId, standInId))
  fc.assert(
    fc.property(fc.array(absence, { maxLength: 6 }), fc.boolean(), fc.nat(5), (absences, planned, times) => {
      const to = whomToTell(rota({ absences, shifts: planned ? watching : [] }), managers, MONDAY, times)
      assert.ok(to.length > 0)
      assert.equal(new Set(to).size, to.length)
    }),
  )
})
