import assert from 'node:assert/strict'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { unpackModel, weigh } from '#core/triage/model.ts'
import { learnTriage, readLines } from './learn-triage.ts'
import { readShortLabel } from './short-labels.ts'
import { ownLines, TRIAGE_FIXTURES } from './triage-sets.ts'

const LEARNED = join(import.meta.dirname, '../../core/triage/learned')
const MOST_BYTES = 2_300_000

describe('what triage is learned from', () => {
  const lines = ownLines()

  test('messages of our own: many trades, both languages, each text once, every label there', () => {
    assert.ok(lines.filter((line) => line.lang === 'fr').length >= 1_000)
    assert.ok(lines.filter((line) => line.lang === 'en').length >= 1_000)
    assert.ok(new Set(lines.map((line) => line.trade)).size >= 15)
    assert.equal(new Set(lines.map((line) => line.id)).size, lines.length)
    assert.equal(new Set(lines.map((line) => line.text)).size, lines.length)
  })

  test('labels of public messages, which are not copied: by their number, each once', () => {
    for (const name of readdirSync(join(TRIAGE_FIXTURES, 'labels'))) {
      const labels = readFileSync(join(TRIAGE_FIXTURES, 'labels', name), 'utf8')
        .trim()
        .split('\n')
        .map(readShortLabel)
      assert.ok(labels.length > 500, name)
      assert.equal(new Set(labels.map((label) => label.row)).size, labels.length, name)
    }
  })

  test('a short label says all, and nonsense is refused', () => {
    assert.deepEqual(readShortLabel('582 c out u P fu sc'), {
      row: '582',
      label: {
        intent: 'complaint',
        sentiment: 'negative',
        topic: 'outage',
        urgent: true,
        needs_answer: true,
        personal_dispute: true,
        flags: new Set(['follow_up', 'sarcasm']),
      },
    })
    assert.equal(readShortLabel('7.2 q n').label.needs_answer, false)
    for (const wrong of ['c out', '5 x', '5 c zzz', '-1 c']) assert.throws(() => readShortLabel(wrong))
  })

  test('the same messages always teach the same, and what they teach tells them apart', () => {
    const some = readLines(lines.filter((_, i) => i % 40 === 0))
    const model = learnTriage(some)
    assert.deepEqual(learnTriage(some), model)
    const scale = unpackModel(model)
    const likelier = some.filter(({ line, features }) => {
      const sums = weigh(scale, features)
      const at = (name: string) => sums[scale.at[name] ?? -1] ?? 0
      return (line.intent === 'complaint') === at('intent complaint') > at('intent question')
    })
    assert.ok(likelier.length > some.length * 0.6)
  })

  test('the learned files stay small and say what they were learned from', () => {
    const names = readdirSync(LEARNED)
    const bytes = names.reduce((sum, name) => sum + statSync(join(LEARNED, name)).size, 0)
    assert.ok(bytes < MOST_BYTES, `${bytes} bytes`)
    for (const name of names) assert.match(readFileSync(join(LEARNED, name), 'utf8'), /Learned from:\n \* - \d+ /)
  })
})
