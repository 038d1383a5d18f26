import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { outOfHundred, PROFILES, probationOf, rawScore, THRESHOLDS, tallyOf, worthOfRows } from './nab-score.ts'

const ROWS = 2000
const WINDOWS = [
  { from: 1000, to: 1099 },
  { from: 1500, to: 1599 },
]
const worths = worthOfRows(ROWS, WINDOWS)
const LOWEST = 0

const judge = (alerts: readonly number[], profile: keyof typeof PROFILES = 'standard') => {
  const scores = Array.from({ length: ROWS }, (_, row) => (alerts.includes(row) ? 1 : 0))
  const tally = tallyOf(scores, worths, WINDOWS.length)[LOWEST]
  assert.ok(tally !== undefined)
  return outOfHundred(rawScore(tally, WINDOWS.length, PROFILES[profile]), WINDOWS.length, PROFILES[profile])
}
const near = (value: number, expected: number) => assert.ok(Math.abs(value - expected) < 1e-3, `${value}, ${expected}`)

describe('the scoring of Numenta', () => {
  test('silence earns nothing, the first row of each window everything', () => {
    near(judge([]), 0)
    near(judge([1000, 1500]), 100)
    near(judge([1000, 1500], 'few misses'), 100)
  })

  test('only the earliest alert of a window counts, and it fades towards the end', () => {
    near(judge([1050, 1060, 1099, 1500]), judge([1050, 1500]))
    // Half-way: (2 / (1 + e^-2.5) - 1) / 0.98661 = 0.8598.
    near(judge([1050, 1500]), 100 - (100 * (1 - 0.8598)) / 4)
    assert.ok(judge([1099, 1500]) < judge([1050, 1500]))
  })

  test('a false alarm costs 0.11 far from windows, twice that where they are dear, little just behind a window', () => {
    near(judge([1000, 1500, 800]), 100 - (100 * 0.11) / 4)
    near(judge([1000, 1500, 800], 'few false alarms'), 100 - (100 * 0.22) / 4)
    assert.ok(judge([1000, 1500, 1101]) > 99.5)
    // A window's length less one behind it: 0.11 × 0.98661.
    near(judge([1000, 1500, 1099 + 99]), 100 - (100 * 0.11 * 0.98661) / 4)
  })

  test('a missed window costs what it could have earned, and once more', () => {
    near(judge([1000]), 50)
    near(judge([1000], 'few misses'), 50)
  })

  test('rows of the probation count for nothing', () => {
    assert.equal(probationOf(ROWS), 300)
    assert.equal(probationOf(16_000), 750)
    near(judge([5, 299, 1000, 1500]), 100)
    near(judge([300, 1000, 1500]), 100 - (100 * 0.11) / 4)
  })

  test('a score passes every threshold below it', () => {
    const scores = Array.from({ length: ROWS }, (_, row) => (row === 1000 ? 2 : row === 800 ? 0.5 : 0))
    const tallies = tallyOf(scores, worths, WINDOWS.length)
    const at = (threshold: number) => tallies[THRESHOLDS.findIndex((one) => one >= threshold)]
    assert.equal(at(0.3)?.alarms, 1)
    assert.equal(at(0.3)?.found, 1)
    assert.equal(at(1)?.alarms, 0)
    assert.equal(at(1)?.found, 1)
    assert.equal(at(3)?.found, 0)
  })
})
