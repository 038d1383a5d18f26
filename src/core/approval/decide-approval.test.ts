import assert from 'node:assert/strict'
import { test } from 'node:test'
import { applyApproval } from './apply-approval.ts'
import type { ApprovalState } from './approval.ts'
import { approvalStory, teamWithout } from './approval-story.ts'

test('a validator approves the words of a trainee, and that is the end of it', () => {
  const w = approvalStory()
  assert.deepEqual(w.state.askedOf, ['julien'])
  assert.equal(w.approves(5, 'julien'), 'approved')
  assert.deepEqual([w.state.status, w.state.given, w.state.decidedBy], ['approved', ['julien'], 'julien'])
  assert.equal(w.tell(6, 'sarah', { kind: 'return' }), 'already-decided')
  assert.equal(w.tell(6, 'tom', { kind: 'withdraw' }), 'already-decided')
  assert.equal(w.approves(6, 'sarah'), 'already-decided')
})

test('nobody approves their own words, nor without the role, nor while absent (V1)', () => {
  const w = approvalStory()
  assert.equal(w.approves(1, 'tom'), 'own-words')
  assert.equal(w.approves(1, 'aicha'), 'not-an-approver')
  assert.equal(w.tell(1, 'aicha', { kind: 'return' }), 'not-an-approver')
  w.now(teamWithout([], ['julien']))
  assert.equal(w.approves(1, 'julien'), 'you-are-absent')
  w.now(teamWithout(['julien']))
  assert.equal(w.approves(1, 'julien'), 'not-an-approver')
})

test('whoever is merely off duty is not asked, and may approve all the same', () => {
  const w = approvalStory({ team: teamWithout([], [], {}, ['julien']) })
  assert.deepEqual(w.state.askedOf, ['sarah'])
  assert.equal(w.approves(1, 'julien'), 'approved')
})

test('the gravest words need two different people', () => {
  const w = approvalStory({ needed: 2 })
  assert.deepEqual(w.state.askedOf, ['julien', 'sarah'])
  assert.equal(w.approves(1, 'julien'), 'given')
  assert.equal(w.approves(2, 'julien'), 'approved-by-you')
  assert.equal(w.approves(3, 'maud'), 'approved')
  assert.deepEqual(w.state.given, ['julien', 'maud'])
})

test('an edit between two approvals voids the first: who approves it has read it', () => {
  const w = approvalStory({ needed: 2 })
  w.approves(1, 'julien')
  assert.equal(w.approves(2, 'sarah', true), 'given')
  assert.deepEqual([w.state.given, w.state.wording, w.state.edited], [['sarah'], 2, true])
  assert.equal(w.approves(3, 'julien', false, 1), 'words-changed')
  assert.equal(w.approves(3, 'julien', false, 2), 'approved')
})

test('words that an edit has made graver need the second person after all', () => {
  const w = approvalStory()
  assert.equal(w.approves(1, 'julien', true, 1, 2), 'given')
  assert.equal(w.state.needed, 2)
  assert.equal(w.approves(2, 'sarah'), 'approved')
})

test('the approval of somebody who has left since counts no more', () => {
  const w = approvalStory({ needed: 2 })
  w.approves(1, 'julien')
  w.now(teamWithout(['julien']))
  assert.equal(w.approves(2, 'sarah'), 'passed-on given')
  assert.deepEqual([w.state.status, w.state.given], ['waiting', ['sarah']])
  assert.equal(w.approves(3, 'maud'), 'approved')
})

test('only the writer withdraws; only what was approved is voided', () => {
  const w = approvalStory()
  assert.equal(w.tell(1, 'julien', { kind: 'withdraw' }), 'not-yours')
  assert.equal(w.tell(1, 'tom', { kind: 'void' }), 'not-approved')
  assert.equal(w.approves(2, 'julien'), 'approved')
  assert.equal(w.tell(3, 'tom', { kind: 'void' }), 'voided')
  assert.deepEqual([w.state.status, w.state.given], ['voided', []])
  assert.equal(w.approves(4, 'julien'), 'already-decided')
})

test('whoever may read them drops words that wait, and nobody else', () => {
  const w = approvalStory()
  assert.equal(w.tell(1, 'aicha', { kind: 'drop' }), 'not-an-approver')
  assert.equal(w.tell(1, 'tom', { kind: 'drop' }), 'own-words')
  assert.equal(w.tell(2, 'julien', { kind: 'drop' }), 'voided')
  assert.equal(w.approves(3, 'sarah'), 'already-decided')
})

test('a request is the replay of its events', () => {
  const w = approvalStory({ needed: 2 })
  w.approves(1, 'julien')
  w.ticks(60)
  w.approves(61, 'sarah', true)
  w.approves(62, 'maud')
  assert.deepEqual(w.log.reduce<ApprovalState | null>(applyApproval, null), w.state)
})
