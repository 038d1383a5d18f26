import assert from 'node:assert/strict'
import { test } from 'node:test'
import { alreadyAnswered, type ThreadItem, type ThreadSnapshot } from './already-answered.ts'

function item(id: string, more: Partial<ThreadItem> = {}): ThreadItem {
  return { id, direction: 'in', version: 1, deleted: false, memberId: null, deliveryId: null, ...more }
}

const complaint = item('complaint')
const seen: ThreadSnapshot = { messages: [complaint], leaving: [] }
const since = (messages: ThreadItem[], leaving: ThreadSnapshot['leaving'] = [], before = seen) =>
  alreadyAnswered(before, { messages, leaving }, 'aicha')?.changes.map(({ code }) => code) ?? null

test('nothing has happened since the draft was opened: it may leave', () => {
  assert.equal(since([complaint]), null)
})

test('a colleague has answered, in the desk or outside it', () => {
  const byJulien = item('answer', { direction: 'out', memberId: 'julien', deliveryId: 'd1' })
  assert.deepEqual(since([complaint, byJulien]), ['colleague-answered'])
  assert.deepEqual(since([complaint, item('answer', { direction: 'out' })]), ['answered-outside'])
  const refusal = alreadyAnswered(seen, { messages: [complaint, byJulien], leaving: [] }, 'aicha')
  assert.deepEqual(refusal, {
    refused: 'thread-changed',
    changes: [{ code: 'colleague-answered', messageId: 'answer', memberId: 'julien' }],
  })
})

test('a colleague’s answer is on its way', () => {
  const leaving = [{ deliveryId: 'd1', memberId: 'julien' }]
  assert.deepEqual(since([complaint], leaving), ['colleague-is-answering'])
  const sent = item('answer', { direction: 'out', memberId: 'julien', deliveryId: 'd1' })
  assert.equal(since([complaint, sent], [], { ...seen, leaving }), null)
})

test('one’s own earlier answer is no surprise', () => {
  assert.equal(since([complaint, item('mine', { direction: 'out', memberId: 'aicha' })]), null)
  assert.equal(since([complaint], [{ deliveryId: 'd1', memberId: 'aicha' }]), null)
})

test('the customer wrote again, changed their words, or took them back', () => {
  assert.deepEqual(since([complaint, item('more')]), ['customer-wrote'])
  assert.deepEqual(since([{ ...complaint, version: 2 }]), ['customer-edited'])
  assert.deepEqual(since([{ ...complaint, version: 2, deleted: true }]), ['customer-deleted'])
  assert.equal(since([complaint, item('gone', { deleted: true })]), null)
  assert.equal(
    since([{ ...complaint, deleted: true }], [], { messages: [{ ...complaint, deleted: true }], leaving: [] }),
    null,
  )
})

test('who has read the change sends again from the new snapshot', () => {
  const now: ThreadSnapshot = { messages: [complaint, item('more')], leaving: [] }
  assert.notEqual(alreadyAnswered(seen, now, 'aicha'), null)
  assert.equal(alreadyAnswered(now, now, 'aicha'), null)
})
