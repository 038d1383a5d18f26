import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { CLAIM } from '#core/guard/learned/claim.ts'
import { encodeTable, type LinearModel, likelihood } from '#core/guard/learned/linear.ts'
import { OWN_MATTER } from '#core/guard/learned/own-matter.ts'
import { TONE } from '#core/guard/learned/tone.ts'
import { learn, trainLinear } from './train-guard.ts'

const lines = (...names: string[]) =>
  names.map((name) => join(import.meta.dirname, '../../../test/fixtures/guard', name))

describe("the guard's small models", () => {
  test('learn what separates two kinds of examples', () => {
    const examples = Array.from({ length: 200 }, (_, i) => ({
      features: [i % 2, (i % 7) / 7],
      grams: [],
      wanted: i % 2 === 1,
    }))
    const model = trainLinear(examples, 8)
    assert.ok(likelihood(model, [1, 0.5], '') > 0.8)
    assert.ok(likelihood(model, [0, 0.5], '') < 0.2)
    assert.deepEqual(trainLinear(examples, 8), model)
  })

  test('keep their table of words in letters, within half a step', () => {
    const weights = [0.5, -0.25, 0, 0.124, -0.5]
    const { table, step } = encodeTable(weights)
    assert.equal(table.length, weights.length)
    assert.ok(step > 0 && step < 0.02)
  })

  const shipped: readonly (readonly [string, LinearModel, readonly string[]])[] = [
    ['own-matter', OWN_MATTER, ['matters.jsonl']],
    ['claim', CLAIM, ['drafts/first.jsonl', 'claims.jsonl']],
    ['tone', TONE, ['drafts/first.jsonl', 'tones.jsonl']],
  ]
  for (const [which, model, files] of shipped)
    test(`${which} is what its examples teach`, () => {
      assert.deepEqual(learn(which, lines(...files))?.model, model)
    })
})
