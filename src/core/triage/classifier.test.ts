import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chooseMeaning, findMeanings, type Meaning } from './classifier.ts'

test('labels that bear our names mean what we mean, all of one kind or none (L2)', () => {
  assert.deepEqual(findMeanings(['Complaint', 'question'])?.get('Complaint'), { intent: 'complaint' })
  assert.deepEqual(findMeanings(['NEGATIVE', 'POSITIVE'])?.get('POSITIVE'), { sentiment: 'positive' })
  assert.deepEqual(findMeanings(['refund', 'other'])?.get('other'), { topic: 'other' })
  assert.equal(findMeanings(['complaint', 'negative']), null)
  assert.equal(findMeanings(['LABEL_0', 'LABEL_1']), null)
})

const meanings = new Map<string, Meaning>([
  ['angry', { sentiment: 'negative', intent: 'complaint' }],
  ['happy', { sentiment: 'positive' }],
  ['insult', { flags: ['abuse'] }],
  ['danger', { urgent: true, reasons: ['safety'], flags: ['safety'] }],
  ['small talk', {}],
])
const scores = [
  { label: 'insult', score: 0.6 },
  { label: 'angry', score: 0.9 },
  { label: 'happy', score: 0.7 },
  { label: 'danger', score: 0.55 },
]

test('of a classifier that chooses, the likeliest label counts, and only where it is sure enough', () => {
  assert.deepEqual(chooseMeaning(scores, meanings), { sentiment: 'negative', intent: 'complaint' })
  assert.equal(chooseMeaning(scores, meanings, { sure: 0.95 }), null)
  assert.equal(chooseMeaning([{ label: 'small talk', score: 1 }], meanings), null)
})

test('of one that says several things, each counts that is sure enough, the likelier where two contradict each other', () => {
  assert.deepEqual(chooseMeaning(scores, meanings, { several: true }), {
    ...{ sentiment: 'negative', intent: 'complaint', urgent: true },
    ...{ reasons: ['safety'], flags: ['abuse', 'safety'] },
  })
  assert.deepEqual(chooseMeaning(scores, meanings, { several: true, sure: 0.8 }), {
    sentiment: 'negative',
    intent: 'complaint',
  })
})
