import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { lexicon } from '#core/guard/concepts/words.ts'
import { corpusFiles } from '#server/training/corpus.ts'
import { judgeOnUnseenTrades } from '#server/training/cross-validate.ts'
import { readCorpus } from '#server/training/examples.ts'
import { fileOf } from '#server/training/train-faults.ts'
import { CODES, f1Of, scoreOf } from './guard.ts'

/** What the guard reached on trades that it had not learned when this was written, less a margin: a change that loses more is a loss. */
const FLOOR: Readonly<Record<string, number>> = {
  G1: 0.87,
  G2: 0.84,
  G3: 0.73,
  G4: 0.81,
  G5: 0.79,
  G6: 0.73,
  G7: 0.74,
  G8: 0.77,
  G9: 0.74,
  P1: 0.75,
  A4: 0.9,
  D2x: 0.8,
}
const MOST_DISTURBED = 0.07
const MOST_PLAIN_DISTURBED = 0.05

describe('how right the guard is', () => {
  const lines = readCorpus(corpusFiles())
  const { from, fired } = judgeOnUnseenTrades(lexicon, lines)

  test('the drafts are many, labelled with known codes, each id once', () => {
    assert.ok(lines.length >= 1_500)
    assert.equal(new Set(lines.map((line) => line.id)).size, lines.length)
    for (const line of lines)
      for (const code of [...line.expect, ...line.mustNot, ...line.tolerated]) assert.ok(CODES.includes(code), line.id)
    assert.ok(new Set(lines.map((line) => line.trade)).size > 100)
  })

  for (const [code, floor] of Object.entries(FLOOR))
    test(`${code} on unseen trades`, () => {
      const f1 = f1Of(scoreOf(code, lines, fired))
      assert.ok(f1 >= floor, `${code}: ${f1.toFixed(3)}, at least ${floor}`)
    })

  const disturbed = (are: (line: (typeof lines)[number]) => boolean): number => {
    const quiet = lines.flatMap((line, i) => (line.expect.length === 0 && are(line) ? [i] : []))
    return quiet.filter((i) => CODES.some((code) => fired[i]?.has(code))).length / quiet.length
  }

  test('good replies are left in peace, the plain ones above all', () => {
    const [all, plain] = [disturbed(() => true), disturbed(({ note }) => note.includes('clean'))]
    assert.ok(all <= MOST_DISTURBED, `${all} of all`)
    assert.ok(plain <= MOST_PLAIN_DISTURBED, `${plain} of the plain ones`)
  })

  test('the model is what the drafts teach', () => {
    const kept = readFileSync(new URL('../../src/core/guard/learned/faults.ts', import.meta.url), 'utf8')
    assert.ok(fileOf(lines, from) === kept, 'learn it anew: node src/server/training/train-faults.ts')
  })
})
