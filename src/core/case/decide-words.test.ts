import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { at, NOON, story } from '#test/case-story.ts'
import { applyCase } from './apply-case.ts'
import type { CaseCommand } from './command.ts'

describe('a case', () => {
  test("opens with the customer's first message, due from the moment they wrote", () => {
    const camille = story()
    assert.equal(camille.writes(10, 'm1', 0), 'case.opened')
    assert.equal(camille.case.state, 'open')
    assert.equal(camille.due, 120)
    assert.equal(camille.case.unansweredSince, NOON)
  })

  test('a network whose clock is ahead does not move the deadline past our own receipt', () => {
    const camille = story()
    camille.writes(10, 'm1', 500)
    assert.equal(camille.due, 130)
  })

  test('waits once answered, opens again when the customer goes on, with the time of a next answer', () => {
    const camille = story()
    camille.writes(0, 'm1')
    assert.equal(camille.answers(30), 'case.answered')
    assert.equal(camille.case.state, 'waiting')
    assert.equal(camille.due, null)
    assert.equal(camille.case.unansweredSince, null)
    assert.equal(camille.writes(60, 'm2'), 'case.customer-wrote')
    assert.equal(camille.case.state, 'open')
    assert.equal(camille.due, 60 + 240)
  })

  test('is due from the oldest message that waits, in whatever order they come in', () => {
    const noe = story()
    noe.writes(20, 'm2', 15)
    noe.writes(25, 'm1', 5)
    noe.writes(30, 'm3', 28)
    assert.equal(noe.due, 125)
    assert.equal(noe.case.unansweredSince, at(5))
    assert.equal(noe.case.firstInAt, at(5))
    assert.equal(noe.case.lastInAt, at(28))
  })

  test('an answer covers what its author had seen: what came in while it left still waits', () => {
    const noe = story()
    noe.writes(0, 'm1')
    noe.writes(50, 'm2')
    assert.equal(noe.answers(51, 1), 'case.answered')
    assert.equal(noe.case.state, 'open')
    assert.equal(noe.due, 170)
    noe.answers(60)
    assert.equal(noe.case.state, 'waiting')
  })

  test('a message written before our answer, but received after it, was never answered', () => {
    const noe = story()
    noe.writes(0, 'm1')
    noe.answers(30)
    assert.equal(noe.writes(40, 'm0', 20), 'case.customer-wrote')
    assert.equal(noe.case.state, 'open')
    assert.equal(noe.due, 20 + 240)
  })

  test('says how late an answer was', () => {
    const noe = story()
    noe.writes(0, 'm1')
    noe.answers(135)
    const answered = noe.log.at(-1)
    assert.ok(answered?.kind === 'case.answered')
    assert.equal(answered.lateMinutes, 15)
  })

  test('the same message twice is one message', () => {
    const noe = story()
    noe.writes(0, 'm1')
    assert.equal(noe.writes(1, 'm1', 0), '')
    assert.equal(noe.case.received, 1)
  })

  test('nothing but a message can open it', () => {
    assert.equal(story().tell(0, { kind: 'tick' }), 'no-such-case')
  })

  test('a flood by one person keeps its first deadline', () => {
    const troll = story()
    for (let index = 0; index < 500; index++) troll.writes(index, `m${index}`)
    assert.ok(troll.case.unanswered.length <= 100)
    assert.equal(troll.due, 120)
    assert.equal(troll.case.received, 500)
    troll.answers(600, 499)
    assert.equal(troll.case.state, 'open')
    troll.answers(601)
    assert.equal(troll.case.state, 'waiting')
  })
})

describe('words that change', () => {
  const edit = (messageId: string, minute: number, substantial = true): CaseCommand => ({
    kind: 'edit-message',
    messageId,
    editedAt: at(minute),
    substantial,
  })

  test('before our answer, they buy us no time, but an answer to the old words does not cover them', () => {
    const ines = story()
    ines.writes(0, 'm1')
    assert.equal(ines.tell(30, edit('m1', 30)), 'case.customer-edited')
    assert.equal(ines.due, 120)
    ines.answers(31, 1)
    assert.equal(ines.case.state, 'open')
    ines.answers(40, 2)
    assert.equal(ines.case.state, 'waiting')
  })

  test('after our answer, they ask for another', () => {
    const ines = story()
    ines.writes(0, 'm1')
    ines.answers(10)
    assert.equal(ines.tell(30, edit('m1', 30)), 'case.customer-edited')
    assert.equal(ines.due, 30 + 240)
    ines.answers(40)
    ines.says({ kind: 'resolve', reason: 'answered' })
    assert.equal(ines.tell(90, edit('m1', 90)), 'case.reopened')
    assert.equal(ines.case.state, 'reopened')
  })

  test('a comma is not a new question', () => {
    const ines = story()
    ines.writes(0, 'm1')
    ines.answers(10)
    assert.equal(ines.tell(30, edit('m1', 30, false)), '')
    assert.equal(ines.case.state, 'waiting')
  })
})

describe('our own posts outside the desk', () => {
  const posts = (minute: number): CaseCommand => ({ kind: 'answer-published-outside', sentAt: at(minute) })

  test('answer what was written before them, and nothing after', () => {
    const lucas = story()
    lucas.writes(0, 'm1')
    lucas.writes(20, 'm2')
    assert.equal(lucas.tell(30, posts(10)), 'case.answered-outside')
    assert.equal(lucas.due, 140)
    lucas.tell(40, posts(25))
    assert.equal(lucas.case.state, 'waiting')
    assert.equal(lucas.tell(50, posts(12)), '')
  })

  test('a message that comes in late, but was written before such a post, has been answered', () => {
    const lucas = story()
    lucas.writes(0, 'm1')
    lucas.tell(30, posts(30))
    assert.equal(lucas.writes(45, 'm0', 25), 'case.customer-wrote')
    assert.equal(lucas.case.state, 'waiting')
    lucas.says({ kind: 'resolve', reason: 'answered' })
    lucas.writes(60, 'm00', 29)
    assert.equal(lucas.case.state, 'resolved')
  })

  test('also when the case did not exist yet', () => {
    const lucas = story()
    lucas.more.lastOutsideAt = at(30)
    assert.equal(lucas.writes(45, 'm1', 25), 'case.opened')
    assert.equal(lucas.case.state, 'waiting')
    assert.equal(lucas.writes(50, 'm2'), 'case.customer-wrote')
    assert.equal(lucas.case.state, 'open')
  })

  test('do not reopen what is closed', () => {
    const lucas = story()
    lucas.writes(0, 'm1')
    lucas.answers(10)
    lucas.says({ kind: 'resolve', reason: 'answered' })
    assert.equal(lucas.tell(30, posts(30)), 'case.answered-outside')
    assert.equal(lucas.case.state, 'resolved')
  })
})

describe('an answer that never arrives', () => {
  const lost = (minute: number): CaseCommand => ({ kind: 'answer-undelivered', sentAt: at(minute) })

  test('answered nobody: who waited for it waits again, since their own first words', () => {
    const ines = story()
    ines.writes(0, 'm1')
    ines.writes(20, 'm2')
    ines.answers(30)
    assert.equal(ines.tell(50, lost(30)), 'case.reopened')
    assert.equal(ines.case.state, 'reopened')
    assert.equal(ines.due, 120)
    assert.equal(ines.case.unansweredSince, NOON)
    assert.equal(ines.case.firstOutAt, null)
    assert.equal(ines.tell(130, { kind: 'tick' }), 'case.breached')
  })

  test('also when the case was closed, or slept, or went on meanwhile', () => {
    const ines = story()
    ines.writes(0, 'm1')
    ines.answers(30)
    ines.writes(40, 'm2')
    assert.equal(ines.tell(50, lost(30)), 'case.reopened')
    assert.equal(ines.due, 120)
    ines.answers(60)
    ines.says({ kind: 'resolve', reason: 'answered' })
    assert.equal(ines.tell(70, lost(60)), 'case.reopened')
    assert.equal(ines.case.closing, null)
    ines.answers(80)
    ines.tell(81, { kind: 'snooze', until: at(900) })
    assert.equal(ines.tell(90, lost(80)), 'case.reopened case.woken')
    assert.equal(ines.case.snoozedUntil, null)
  })

  test('changes nothing when a later answer left', () => {
    const ines = story()
    ines.writes(0, 'm1')
    ines.answers(10)
    ines.writes(20, 'm2')
    ines.answers(30)
    assert.equal(ines.tell(50, lost(10)), '')
    assert.equal(ines.case.state, 'waiting')
  })

  test('even one that nobody waited for is owed again', () => {
    const ines = story()
    ines.writes(0, 'm1')
    ines.answers(10)
    ines.answers(200)
    assert.equal(ines.tell(205, lost(200)), 'case.reopened')
    assert.equal(ines.due, 205 + 240)
  })
})

describe('what a machine wrote', () => {
  const automatic = (messageId: string): CaseCommand => {
    return { kind: 'receive-message', messageId, writtenAt: NOON, owed: false }
  }

  test('is kept, and burdens nobody', () => {
    const list = story()
    assert.equal(list.tell(0, automatic('m1')), 'case.opened case.resolved')
    assert.equal(list.case.state, 'resolved')
    assert.equal(list.writes(10, 'm2'), 'case.reopened')
    assert.equal(list.due, 130)
  })

  test('neither answers, reopens nor wakes a case', () => {
    const camille = story()
    camille.writes(0, 'm1')
    camille.tell(1, { kind: 'snooze', until: at(60) })
    assert.equal(camille.tell(2, automatic('away')), 'case.customer-wrote')
    assert.equal(camille.due, 120)
    assert.equal(camille.case.snoozedUntil, at(60))
    camille.answers(5)
    camille.says({ kind: 'resolve', reason: 'answered' })
    assert.equal(camille.tell(9, automatic('away again')), 'case.customer-wrote')
    assert.equal(camille.case.state, 'resolved')
  })
})

test('an event before the opening is a broken log', () => {
  assert.throws(() => applyCase(null, { kind: 'case.woken', at: NOON, by: null, cause: 'time' }), /before case.opened/)
})
