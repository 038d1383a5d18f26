import assert from 'node:assert/strict'
import { test } from 'node:test'
import { thanksPolicy } from '#core/sla/policy.ts'
import { at, policy, story } from '#test/case-story.ts'
import { isThanks } from './case.ts'
import type { CaseCommand } from './command.ts'
import { MAX_KEPT } from './unanswered.ts'

const DAY = 1_440
const thanks = (messageId: string, is = true): CaseCommand => ({ kind: 'weigh-thanks', messageId, thanks: is })
const urgent = (messageId: string, is = true): CaseCommand => ({
  ...{ kind: 'weigh-urgency', messageId, urgent: is, reasons: [] },
})

test('a thank you is owed in a day, or in what the brand says, and never sooner than anything else (A5)', () => {
  assert.equal(thanksPolicy(policy).firstReplyMinutes, DAY)
  assert.equal(thanksPolicy({ ...policy, thanksReplyMinutes: 600 }).nextReplyMinutes, 600)
  assert.equal(thanksPolicy({ ...policy, thanksReplyMinutes: 30 }).firstReplyMinutes, 120)
})

test('what only thanks joins the thanks, counted from its own time; said twice it moves once; more than thanks is owed as before', () => {
  const s = story()
  s.writes(10, 'm1', 0)
  assert.equal(s.tell(10, thanks('m1')), 'case.thanked')
  assert.deepEqual([s.due, isThanks(s.case)], [DAY, true])
  assert.equal(s.tell(11, thanks('m1')), '')
  assert.equal(s.tell(12, thanks('m1', false)), 'case.not-thanks')
  assert.deepEqual([s.due, isThanks(s.case)], [120, false])
  assert.equal(s.tell(13, thanks('unknown')), '')
})

test('a complaint beside the thanks, before or after, keeps the case among those that wait for help (A1)', () => {
  const s = story()
  s.writes(0, 'late')
  s.writes(5, 'kind')
  s.tell(5, thanks('kind'))
  assert.deepEqual([s.due, isThanks(s.case)], [120, false])
  s.answers(20, 1)
  assert.deepEqual([s.due, isThanks(s.case)], [5 + DAY, true])
  s.writes(30, 'again')
  assert.deepEqual([s.due, isThanks(s.case)], [30 + 240, false])
})

test('thanks that close a conversation open it again among the thanks, and an answer ends it', () => {
  const s = story()
  s.writes(0, 'm1')
  s.tell(5, { kind: 'answer-sent', sentAt: at(5), seen: 1, thenResolve: true })
  s.writes(10, 'm2')
  s.tell(10, thanks('m2'))
  assert.deepEqual([s.case.state, isThanks(s.case), s.due], ['reopened', true, 10 + DAY])
  s.answers(20)
  assert.deepEqual([s.case.state, isThanks(s.case)], ['waiting', false])
})

test('what cannot wait is never set apart, whichever was said first', () => {
  const s = story()
  s.writes(0, 'm1')
  s.tell(1, urgent('m1'))
  assert.equal(s.tell(2, thanks('m1')), '')
  const t = story()
  t.writes(0, 'm1')
  t.tell(1, thanks('m1'))
  assert.equal(t.tell(2, urgent('m1')), 'case.not-thanks case.hastened')
  assert.deepEqual([t.due, isThanks(t.case)], [60, false])
  t.tell(3, urgent('m1', false))
  assert.equal(t.due, 120)
})

test('new words are owed like any other until they have been read, and a snooze that would outlast them ends', () => {
  const s = story()
  s.writes(0, 'm1')
  s.tell(1, thanks('m1'))
  s.tell(2, { kind: 'edit-message', messageId: 'm1', editedAt: at(2), substantial: true })
  assert.deepEqual([s.due, isThanks(s.case)], [120, false])
  s.tell(3, thanks('m1'))
  s.tell(4, { kind: 'snooze', until: at(600) })
  assert.equal(s.tell(5, thanks('m1', false)), 'case.not-thanks case.woken')
  assert.equal(s.case.snoozedUntil, null)
})

test('where a flood stands together, nothing is called thanks', () => {
  const s = story()
  for (let n = 0; n <= MAX_KEPT; n++) s.writes(n, `m${n}`)
  assert.equal(s.tell(200, thanks(`m${MAX_KEPT}`)), '')
  assert.equal(isThanks(s.case), false)
})
