import assert from 'node:assert/strict'
import { test } from 'node:test'
import { longestClosedMinutes } from './closed-stretch.ts'

const day = [{ from: '09:00', to: '18:00' }]
const H = 60

test('the longest time without anybody is counted over the end of the week', () => {
  assert.equal(longestClosedMinutes([day, day, day, day, day, [], []]), 63 * H)
  assert.equal(longestClosedMinutes([day, day, day, day, day, day, day]), 15 * H)
  assert.equal(longestClosedMinutes([[], [], [], day, [], [], []]), 159 * H)
})

test('a desk that never opens is closed all week, one that never closes not at all', () => {
  assert.equal(longestClosedMinutes([[], [], [], [], [], [], []]), 168 * H)
  const all = [{ from: '00:00', to: '24:00' }]
  assert.equal(longestClosedMinutes([all, all, all, all, all, all, all]), 0)
})

test('a night watch runs past midnight, on Sunday too', () => {
  const night = [{ from: '20:00', to: '08:00' }]
  assert.equal(longestClosedMinutes([night, night, night, night, night, night, night]), 12 * H)
  assert.equal(longestClosedMinutes([day, [], [], [], [], [], night]), 146 * H)
})

test('a lunch break and slots that overlap count once', () => {
  const split = [
    { from: '09:00', to: '12:00' },
    { from: '11:00', to: '13:00' },
    { from: '14:00', to: '18:00' },
  ]
  assert.equal(longestClosedMinutes([split, split, split, split, split, split, split]), 15 * H)
})
