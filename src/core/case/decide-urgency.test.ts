import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deadlineFor, type SlaPolicy, urgentPolicy } from '#core/sla/policy.ts'
import { HOUR_MS, MINUTE_MS } from '#core/time.ts'
import { applyCase } from './apply-case.ts'
import type { CaseState } from './case.ts'
import type { CaseCommand } from './command.ts'
import { decideCase } from './decide-case.ts'

const START = Date.UTC(2026, 10, 23, 12)
const policy: SlaPolicy = { firstReplyMinutes: 120, nextReplyMinutes: 240, calendar: 'always' }

const step = (state: CaseState | null, command: CaseCommand, now: number, by: string | null = null) => {
  const decided = decideCase(state, command, { now, by, policy, calendar: 'always' })
  assert.ok('events' in decided)
  const after = decided.events.reduce<CaseState | null>(applyCase, state)
  assert.ok(after)
  return { after, kinds: decided.events.map(({ kind }) => kind) }
}
const opened = () => step(null, { kind: 'receive-message', messageId: 'm1', writtenAt: START }, START).after
const weigh = (urgent: boolean): CaseCommand => ({ kind: 'weigh-urgency', messageId: 'm1', urgent, reasons: [] })

test('what cannot wait is owed in half of the time, never in less than a quarter of an hour, never later than before', () => {
  const minutes = (firstReplyMinutes: number) => urgentPolicy({ ...policy, firstReplyMinutes }).firstReplyMinutes
  assert.deepEqual([480, 120, 20, 15, 10].map(minutes), [240, 60, 15, 15, 10])
  assert.equal(urgentPolicy(policy).nextReplyMinutes, 120)
})

test('business hours are respected: half of two hours on a Friday evening ends on Monday', () => {
  const weekday = (day: number) => (day < 6 ? [{ from: '09:00', to: '17:00' }] : [])
  const office = { timeZone: 'Europe/Paris', weekly: [1, 2, 3, 4, 5, 6, 7].map(weekday), holidays: [], openings: [] }
  const friday1630 = Date.UTC(2026, 10, 20, 15, 30)
  const urgent = urgentPolicy({ ...policy, calendar: 'business' })
  assert.equal(deadlineFor(urgent, office, friday1630, 'first').dueAt, Date.UTC(2026, 10, 23, 8, 30))
})

test('an urgent message is owed sooner, counted from its own time; said twice it moves once; eased, the first promise holds again', () => {
  const once = step(opened(), weigh(true), START + MINUTE_MS)
  assert.deepEqual([once.kinds, once.after.dueAt], [['case.hastened'], START + HOUR_MS])
  assert.deepEqual(step(once.after, weigh(true), START + 2 * MINUTE_MS).kinds, [])
  const eased = step(once.after, weigh(false), START + 3 * MINUTE_MS, 'aicha')
  assert.deepEqual([eased.kinds, eased.after], [['case.eased'], opened()])
  assert.deepEqual(step(opened(), weigh(false), START).kinds, [])
})

test('what the desk learns late is not late at once: a quarter of an hour is left, unless the promise ends before', () => {
  const heard = START + 90 * MINUTE_MS
  assert.equal(step(opened(), weigh(true), heard).after.dueAt, heard + 15 * MINUTE_MS)
  assert.deepEqual(step(opened(), weigh(true), heard + 20 * MINUTE_MS).kinds, [])
})

test('a breach of the shorter promise is no breach of the longer one, which can be broken in its turn', () => {
  const hastened = step(opened(), weigh(true), START).after
  const late = step(hastened, { kind: 'tick' }, START + HOUR_MS).after
  assert.equal(late.breachedAt, START + HOUR_MS)
  const eased = step(late, weigh(false), START + HOUR_MS + MINUTE_MS, 'aicha').after
  assert.deepEqual([eased.breachedAt, eased.dueAt], [null, START + 2 * HOUR_MS])
  assert.deepEqual(step(eased, { kind: 'tick' }, START + 2 * HOUR_MS).kinds, ['case.breached'])
})

test('a case that sleeps past the shorter promise comes back; what is answered or broken already does not move', () => {
  const asleep = step(opened(), { kind: 'snooze', until: START + 90 * MINUTE_MS }, START).after
  const woken = step(asleep, weigh(true), START, 'aicha')
  assert.deepEqual([woken.kinds, woken.after.snoozedUntil], [['case.hastened', 'case.woken'], null])
  assert.deepEqual(step(opened(), weigh(true), START + 3 * HOUR_MS).kinds, [])
  const answered = step(opened(), { kind: 'answer-sent', sentAt: START, seen: 1 }, START).after
  assert.deepEqual(step(answered, weigh(true), START).kinds, [])
})
