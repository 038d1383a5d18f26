import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { BusinessHours } from '#core/sla/calendar.ts'
import { HOUR_MS } from '#core/time.ts'
import { at, NOON, policy, story } from '#test/case-story.ts'
import type { CaseCommand, CaseFacts } from './command.ts'
import { decideCase } from './decide-case.ts'

describe('closing', () => {
  test('after an answer needs nothing; without one, a reason', () => {
    const camille = story()
    camille.writes(0, 'm1')
    assert.equal(camille.says({ kind: 'resolve', reason: 'answered' }), 'not-answered')
    assert.equal(camille.says({ kind: 'resolve', reason: 'thanks-sufficient' }), 'case.resolved')
    assert.equal(camille.case.state, 'resolved')
    assert.equal(camille.due, null)
    assert.equal(camille.case.closing?.by, 'aicha')
    assert.equal(camille.says({ kind: 'resolve', reason: 'spam' }), 'already-resolved')
  })

  test('"answered elsewhere" says where', () => {
    const camille = story()
    camille.writes(0, 'm1')
    assert.equal(camille.says({ kind: 'resolve', reason: 'answered-elsewhere', note: ' ' }), 'note-needed')
    const note = 'par téléphone, à 14 h'
    assert.equal(camille.says({ kind: 'resolve', reason: 'answered-elsewhere', note }), 'case.resolved')
    assert.equal(camille.case.closing?.note, note)
  })

  test('criticism is not spam because it hurts', () => {
    const camille = story()
    camille.more.isCriticism = true
    camille.writes(0, 'm1')
    for (const reason of ['spam', 'no-answer-needed', 'thanks-sufficient'] as const) {
      assert.equal(camille.says({ kind: 'resolve', reason }), 'criticism-needs-an-answer')
    }
    const note = 'copié-collé sous trente publications'
    assert.equal(camille.says({ kind: 'resolve', reason: 'spam', note }), 'case.resolved')
    const closed = camille.log.at(-1)
    assert.ok(closed?.kind === 'case.resolved' && closed.criticismUnanswered)
  })

  test('with the answer itself, unless the customer wrote meanwhile', () => {
    const sent = (seen: number): CaseCommand => ({ kind: 'answer-sent', sentAt: at(10), seen, thenResolve: true })
    const camille = story()
    camille.writes(0, 'm1')
    assert.equal(camille.tell(10, sent(1)), 'case.answered case.resolved')
    const noe = story()
    noe.writes(0, 'm1')
    noe.writes(9, 'm2')
    assert.equal(noe.tell(10, sent(1)), 'case.answered')
    assert.equal(noe.case.state, 'open')
  })

  test('the customer reopens it by writing, with a new deadline', () => {
    const camille = story()
    camille.writes(0, 'm1')
    camille.answers(10)
    camille.says({ kind: 'resolve', reason: 'answered' })
    assert.equal(camille.writes(600, 'm2', 590), 'case.reopened')
    assert.equal(camille.case.state, 'reopened')
    assert.equal(camille.case.closing, null)
    assert.equal(camille.due, 590 + 240)
  })

  test('a member reopens it: what was set aside waits again since its own day', () => {
    const camille = story()
    camille.writes(0, 'm1')
    camille.says({ kind: 'resolve', reason: 'spam' })
    assert.equal(camille.tell(600, { kind: 'reopen' }), 'case.reopened')
    assert.equal(camille.due, 120)
    assert.equal(camille.case.unansweredSince, NOON)
    assert.equal(camille.says({ kind: 'reopen' }), 'not-resolved')
  })

  test('reopened after an answer, we owe a word from now', () => {
    const camille = story()
    camille.writes(0, 'm1')
    camille.answers(10)
    camille.says({ kind: 'resolve', reason: 'answered' })
    camille.tell(600, { kind: 'reopen' })
    assert.equal(camille.due, 600 + 240)
    camille.answers(610)
    assert.equal(camille.case.state, 'waiting')
  })
})

describe('owner, snooze and breach', () => {
  test('a case has one owner, and a colleague’s is taken over knowingly', () => {
    const noe = story()
    noe.writes(0, 'm1')
    assert.equal(noe.says({ kind: 'unassign' }), 'no-owner')
    assert.equal(noe.says({ kind: 'assign', ownerId: 'aicha' }), 'case.assigned')
    assert.equal(noe.says({ kind: 'assign', ownerId: 'aicha' }), 'already-owner')
    assert.equal(noe.says({ kind: 'assign', ownerId: 'julien' }), 'owned-by-another')
    assert.equal(noe.says({ kind: 'assign', ownerId: 'julien', takeOver: true }), 'case.assigned')
    assert.equal(noe.case.ownerId, 'julien')
    assert.equal(noe.says({ kind: 'unassign' }), 'case.unassigned')
    assert.equal(noe.case.ownerId, null)
  })

  test('sleeps until its deadline at most, unless somebody says why', () => {
    const noe = story()
    noe.writes(0, 'm1')
    const snooze = (until: number, pastDeadlineBecause?: string): CaseCommand => ({
      kind: 'snooze',
      until: at(until),
      ...(pastDeadlineBecause === undefined ? {} : { pastDeadlineBecause }),
    })
    assert.equal(noe.tell(5, snooze(5)), 'snooze-in-the-past')
    assert.equal(noe.tell(5, snooze(121)), 'past-the-deadline')
    assert.equal(noe.tell(5, snooze(121, '  ')), 'past-the-deadline')
    assert.equal(noe.tell(5, snooze(120, 'inutile')), 'case.snoozed')
    const inTime = noe.log.at(-1)
    assert.ok(inTime?.kind === 'case.snoozed')
    assert.equal(inTime.pastDeadlineBecause, null)
    assert.equal(noe.tell(6, snooze(600, 'le transporteur répond demain')), 'case.snoozed')
    noe.says({ kind: 'resolve', reason: 'duplicate' })
    assert.equal(noe.case.snoozedUntil, null)
    assert.equal(noe.says(snooze(900)), 'already-resolved')
  })

  test('wakes when its time comes, when a member says so, and when the customer writes', () => {
    const noe = story()
    noe.writes(0, 'm1')
    assert.equal(noe.says({ kind: 'wake' }), 'not-snoozed')
    noe.tell(5, { kind: 'snooze', until: at(60) })
    assert.equal(noe.tell(59, { kind: 'tick' }), '')
    assert.equal(noe.tell(60, { kind: 'tick' }), 'case.woken')
    noe.tell(61, { kind: 'snooze', until: at(90) })
    assert.equal(noe.tell(62, { kind: 'wake' }), 'case.woken')
    noe.tell(63, { kind: 'snooze', until: at(90) })
    assert.equal(noe.writes(64, 'm2'), 'case.customer-wrote case.woken')
    assert.equal(noe.case.snoozedUntil, null)
  })

  test('a missed deadline is said once, and again for the next one', () => {
    const noe = story()
    noe.writes(0, 'm1')
    assert.equal(noe.tell(119, { kind: 'tick' }), '')
    assert.equal(noe.tell(125, { kind: 'tick' }), 'case.breached')
    assert.equal(noe.case.breachedAt, at(120))
    assert.equal(noe.tell(126, { kind: 'tick' }), '')
    noe.writes(130, 'm2')
    assert.equal(noe.case.breachedAt, at(120))
    noe.answers(131)
    assert.equal(noe.case.breachedAt, null)
    noe.writes(140, 'm3')
    assert.equal(noe.tell(140 + 240, { kind: 'tick' }), 'case.breached')
  })

  test('an answer to the late message alone leaves the next one its own deadline', () => {
    const noe = story()
    noe.writes(0, 'm1')
    noe.writes(100, 'm2')
    noe.tell(125, { kind: 'tick' })
    noe.answers(130, 1)
    assert.equal(noe.case.breachedAt, null)
    assert.equal(noe.due, 220)
  })

  test('on business hours the deadline waits for Monday', () => {
    const office: BusinessHours = {
      timeZone: 'Europe/Paris',
      weekly: [1, 2, 3, 4, 5, 6, 7].map((day) => (day < 6 ? [{ from: '09:00', to: '17:00' }] : [])),
      holidays: [],
      openings: [],
    }
    const friday = Date.UTC(2026, 10, 20, 15, 30)
    const facts: CaseFacts = { now: friday, by: null, policy: { ...policy, calendar: 'business' }, calendar: office }
    const decided = decideCase(null, { kind: 'receive-message', messageId: 'm1', writtenAt: friday }, facts)
    assert.ok('events' in decided)
    const [opened] = decided.events
    assert.ok(opened?.kind === 'case.opened')
    assert.equal(opened.dueAt, Date.UTC(2026, 10, 23, 8) + 1.5 * HOUR_MS)
  })
})
