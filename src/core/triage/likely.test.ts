import assert from 'node:assert/strict'
import { test } from 'node:test'
import { choices, columnName } from './groups.ts'
import { intents } from './labels.ts'
import { likeliest, likelyOf } from './likely.ts'
import type { Scale } from './model.ts'

const names = [...intents.map((label) => columnName('intent', label)), columnName('is', 'complaint')]
const scale: Scale = {
  names,
  at: Object.fromEntries(names.map((name, i) => [name, i])),
  biases: new Float64Array(names.length),
  from: {},
  rows: new Int32Array(1),
  table: new Float32Array(names.length),
}
const read = (asComplaint: number, asQuestion: number, alone: number) =>
  likelyOf(scale, Float64Array.of(asComplaint, asQuestion, 0, 0, 0, 0, 0, alone))

test('whether it is a complaint is asked twice: the answer by itself can turn the first one round', () => {
  assert.equal(likeliest(read(2, 2.5, 3), 'intent', intents), 'complaint')
  assert.equal(likeliest(read(2.5, 2, -3), 'intent', intents), 'question')
})

test('what a message may want adds up to one, however sure both answers are', () => {
  for (const [complaint, alone] of [
    [0, 0],
    [60, 40],
    [-60, -40],
    [60, -40],
  ] as const) {
    const likely = read(complaint, 1, alone)
    const sum = choices.intent.reduce((all, label) => all + (likely[columnName('intent', label)] ?? 0), 0)
    assert.ok(Math.abs(sum - 1) < 1e-6, `${complaint} and ${alone}: ${sum}`)
  }
})
