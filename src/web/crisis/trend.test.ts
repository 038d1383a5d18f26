import assert from 'node:assert/strict'
import { test } from 'node:test'
import { trendOf } from './trend.ts'

const curve = (counts: number[], usual: number | null = 2) => ({
  bucketMs: 1,
  points: counts.map((count, at) => ({ at, count, usual })),
})

test('mentions rise, fall or are calm beside their highest; nothing is said of none', () => {
  assert.equal(trendOf(curve([0, 0, 0, 0])), null)
  assert.deepEqual(trendOf(curve([1, 2, 20, 54, 60, 70, 3])), { peakAt: 5, times: 35, way: 'rising' })
  assert.equal(trendOf(curve([1, 2, 90, 100, 90, 80, 30, 25, 20, 20, 1]))?.way, 'falling')
  assert.equal(trendOf(curve([1, 2, 90, 100, 90, 80, 3, 2, 1, 1, 0]))?.way, 'calm')
  assert.equal(trendOf(curve([1, 9, 9, 9, 9, 2], null))?.times, null)
})

test('a storm that has just begun rises, whatever little was highest before it; nobody is told of calm while it grows', () => {
  assert.deepEqual(trendOf(curve([0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 77], 0.1)), { peakAt: 10, times: null, way: 'rising' })
  assert.equal(trendOf(curve([0, 77], 0.1))?.way, 'rising')
  assert.equal(trendOf(curve([1, 2, 90, 100, 90, 80, 3, 2, 1, 1, 60]))?.way, 'falling')
})
