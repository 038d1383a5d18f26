import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { makeThrottle } from './throttle.ts'

const MINUTE = 60_000

test('the eleventh attempt in a row waits, and knows how long', () => {
  const throttle = makeThrottle(10, 15 * MINUTE)
  const at = 1_000 * 15 * MINUTE
  for (let i = 0; i < 10; i += 1) assert.equal(throttle.take(['aicha'], at + i), 0)
  const wait = throttle.take(['aicha'], at + 10)
  assert.ok(wait > 0)
  assert.equal(throttle.take(['julien'], at + 11), 0, 'another account is not concerned')
  assert.ok(throttle.take(['aicha'], at + 10 + wait - 2_000) > 0)
  assert.equal(throttle.take(['aicha'], at + 10 + wait), 0)
})

test('a full address takes nothing from the account that it tried', () => {
  const throttle = makeThrottle(2, MINUTE)
  throttle.take(['address'], 0)
  throttle.take(['address'], 0)
  assert.ok(throttle.take(['address', 'account'], 0) > 0)
  assert.equal(throttle.take(['account'], 0), 0)
  assert.equal(throttle.take(['account'], 0), 0)
  assert.ok(throttle.take(['account'], 0) > 0)
})

test('who succeeds starts afresh', () => {
  const throttle = makeThrottle(1, MINUTE)
  throttle.take(['aicha'], 0)
  throttle.forget('aicha')
  assert.equal(throttle.take(['aicha'], 0), 0)
})

test('however attempts are spread, the same window never sees twice the limit, and a wait that was told is enough', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(MINUTE / 2), { minLength: 1, maxLength: 200 }),
      fc.integer({ min: 1, max: 9 }),
      (gaps, most) => {
        const throttle = makeThrottle(most, MINUTE)
        const taken: number[] = []
        let now = 0
        for (const gap of gaps) {
          now += gap
          const wait = throttle.take(['one'], now)
          if (wait === 0) taken.push(now)
          else {
            now += wait
            assert.equal(throttle.take(['one'], now), 0)
            taken.push(now)
          }
        }
        for (const end of taken) {
          const inWindow = taken.filter((at) => at > end - MINUTE && at <= end).length
          assert.ok(inWindow < 2 * most || most === 1, `${inWindow} in a minute, of ${most}`)
        }
      },
    ),
  )
})

test('a flood of made-up accounts forgets the oldest and stays small', () => {
  const throttle = makeThrottle(1, MINUTE, 3)
  for (const key of ['a', 'b', 'c', 'd']) throttle.take([key], 0)
  assert.equal(throttle.take(['a'], 0), 0)
  assert.ok(throttle.take(['d'], 0) > 0)
})
