import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { DAY_MS } from '#core/time.ts'
import { proposeLevel, type Reading, STEP, streakOf } from './propose-level.ts'
import { ALL_READ, LEVELS, SENSITIVE_READ, type Standing, standingOf } from './standing.ts'

const MARCH = Date.UTC(2026, 2, 2, 9)
const clean = (n: number, days: number, more: Partial<Reading> = {}): Reading[] =>
  Array.from({ length: n }, (_, i) => ({
    ...{
      at: MARCH + Math.round((i * days * DAY_MS) / Math.max(1, n - 1)),
      outcome: 'clean',
      subjects: [],
      cents: null,
    },
    ...more,
  }))
const one = (outcome: Reading['outcome'], day: number): Reading => ({
  ...{ at: MARCH + day * DAY_MS, outcome, subjects: [], cents: null },
})

describe('what a record asks for', () => {
  test('twenty replies approved as they were, over ten days, ask that only sensitive words be read', () => {
    const proposal = proposeLevel(ALL_READ, clean(20, 11), [])
    assert.deepEqual(proposal, {
      ...{ direction: 'up', to: SENSITIVE_READ },
      grounds: { kind: 'streak', replies: 20, days: 11, subject: null, amounts: false },
    })
    assert.equal(proposeLevel(ALL_READ, clean(19, 11), []), null)
    assert.equal(proposeLevel(ALL_READ, clean(40, 9), []), null, 'a busy week is not yet a record')
  })

  test('one edit or one reply given back begins the count anew', () => {
    for (const outcome of ['edited', 'returned'] as const) {
      const readings = [...clean(20, 11), one(outcome, 12)]
      assert.equal(proposeLevel(ALL_READ, readings, []), null)
      assert.deepEqual(streakOf(readings), { replies: 0, days: 0 })
    }
  })

  test('ten on a subject ask for that subject; one that needs two readers is never asked for', () => {
    const readings = clean(10, 10, { subjects: ['Prix', 'Accidents'] })
    assert.deepEqual(proposeLevel(SENSITIVE_READ, readings, ['Prix'])?.to, {
      ...{ level: 'alone-on', subjects: ['Prix'], upToCents: null },
    })
    assert.equal(proposeLevel(SENSITIVE_READ, readings, []), null)
  })

  test('ten amounts ask for the largest of them, and no more', () => {
    const readings = clean(10, 10).map((reading, i) => ({ ...reading, cents: 1_000 + i * 100 }))
    assert.equal(proposeLevel(SENSITIVE_READ, readings, [])?.to.upToCents, 1_900)
    assert.equal(proposeLevel({ level: 'alone-on', subjects: [], upToCents: 1_900 }, readings, []), null)
  })

  test('three given back of the last ten ask for a step down, before anything else', () => {
    const alone: Standing = { level: 'alone-on', subjects: ['Prix'], upToCents: null }
    const bad = [...clean(30, 20), one('returned', 21), one('returned', 22), one('returned', 23)]
    assert.deepEqual(proposeLevel(alone, bad, [])?.to, SENSITIVE_READ)
    const down = proposeLevel(SENSITIVE_READ, bad, [])
    assert.deepEqual(
      [down?.direction, down?.to, down?.grounds],
      ['down', ALL_READ, { kind: 'returned', returned: 3, of: 10 }],
    )
    assert.equal(proposeLevel(ALL_READ, bad, []), null, 'there is nothing below')
  })
})

test('a level goes with the role: a trainee is always read, and a reader needs none', () => {
  const alone: Standing = { level: 'alone-on', subjects: ['Prix'], upToCents: 500 }
  assert.deepEqual(standingOf('trainee', alone), ALL_READ)
  assert.deepEqual(standingOf('agent', alone), alone)
  assert.deepEqual(standingOf('manager', ALL_READ), SENSITIVE_READ)
})

test('one step at a time; never up on a record with a blemish in it; the order of the readings does not matter', () => {
  const reading: fc.Arbitrary<Reading> = fc.record({
    at: fc.integer({ min: MARCH, max: MARCH + 40 * DAY_MS }),
    outcome: fc.oneof({ weight: 12, arbitrary: fc.constant('clean' as const) }, fc.constantFrom('edited', 'returned')),
    subjects: fc.subarray(['Prix', 'Presse']),
    cents: fc.option(fc.integer({ min: 1, max: 5_000 })),
  })
  const standing: fc.Arbitrary<Standing> = fc.constantFrom(ALL_READ, SENSITIVE_READ, {
    ...{ level: 'alone-on', subjects: ['Prix'], upToCents: 1_000 },
  } as const)
  fc.assert(
    fc.property(
      fc.uniqueArray(reading, { maxLength: 45, selector: ({ at }) => at }),
      standing,
      fc.subarray(['Prix', 'Presse']),
      (readings, from, open) => {
        const proposal = proposeLevel(from, readings, open)
        assert.deepEqual(proposeLevel(from, readings.toReversed(), open), proposal)
        if (proposal === null) return
        const rank = ({ level }: Standing) => LEVELS.indexOf(level)
        const [was, is] = [rank(from), rank(proposal.to)]
        if (proposal.direction === 'down') {
          assert.equal(is, was - 1)
          return
        }
        assert.ok(is === was + 1 || (is === was && from.level === 'alone-on'))
        assert.ok(proposal.to.subjects.every((subject) => from.subjects.includes(subject) || open.includes(subject)))
        assert.ok(proposal.grounds.kind === 'streak' && proposal.grounds.replies >= STEP['alone-on'].replies)
        const cents = proposal.to.upToCents
        assert.ok(cents === from.upToCents || readings.some((one) => one.cents === cents && one.outcome === 'clean'))
      },
    ),
  )
})
