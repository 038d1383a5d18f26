import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isOpen } from '#core/sla/business-time.ts'
import type { BusinessHours } from '#core/sla/calendar.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#core/time.ts'
import { chosenClock, departmentClock, dueQuestion } from './department-clock.ts'

const nineToSix = [{ from: '09:00', to: '18:00' }]
const week: BusinessHours = {
  timeZone: 'Europe/Paris',
  weekly: [nineToSix, nineToSix, nineToSix, nineToSix, nineToSix, [], []],
  holidays: [],
  openings: [],
}
/** Friday 6 March 2026, 17 h in Paris. */
const FRIDAY_FIVE = Date.UTC(2026, 2, 6, 16)

test('four hours asked on Friday at five end on Monday at noon, and the head hears of it before (T3)', () => {
  const clock = departmentClock(week, FRIDAY_FIVE, 240)
  const monday = (hours: number, minutes = 0) => Date.UTC(2026, 2, 9, hours - 1, minutes)
  assert.deepEqual(clock, { nearAt: monday(10, 24), headAt: monday(11, 12), dueAt: monday(12) })
})

test('a desk that never opens counts on the wall, rather than never', () => {
  const never: BusinessHours = { ...week, weekly: [[], [], [], [], [], [], []] }
  assert.equal(departmentClock(never, FRIDAY_FIVE, 60).dueAt, FRIDAY_FIVE + HOUR_MS)
})

test('the clock never runs backwards, and nobody is reminded while the desk is closed', () => {
  const asked = fc.integer({ min: FRIDAY_FIVE - 400 * DAY_MS, max: FRIDAY_FIVE + 400 * DAY_MS })
  fc.assert(
    fc.property(asked, fc.integer({ min: 15, max: 5_000 }), (at, promise) => {
      const { nearAt, headAt, dueAt } = departmentClock(week, at, promise)
      assert.ok(at <= nearAt && nearAt <= headAt && headAt <= dueAt)
      for (const moment of [nearAt, headAt]) assert.ok(isOpen(week, moment - 1) || isOpen(week, moment))
      const chosen = chosenClock(at, at + promise * MINUTE_MS)
      assert.ok(at <= chosen.nearAt && chosen.nearAt <= chosen.headAt && chosen.headAt <= chosen.dueAt)
    }),
    { numRuns: 60 },
  )
})

test('whenever the clock is looked at, each thing is said once, in order, and nothing after the end', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 30 }), fc.boolean(), (steps, withHead) => {
      const told = { near: false, head: false, passed: false }
      const said: string[] = []
      let now = 0
      for (const step of steps) {
        now += step
        const word = dueQuestion(
          {
            ...{ nearAt: 60, headAt: withHead ? 80 : null, dueAt: 100 },
            ...{ nearTold: told.near, headTold: told.head, passedTold: told.passed },
          },
          now,
        )
        if (word === null) continue
        told[word] = true
        said.push(word)
      }
      const order = ['near', 'head', 'passed']
      assert.deepEqual(
        said,
        order.filter((word) => said.includes(word)),
      )
      assert.equal(said.includes('passed'), now >= 100)
      assert.ok(withHead || !said.includes('head'))
    }),
  )
})
