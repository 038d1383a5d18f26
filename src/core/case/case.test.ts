import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { BusinessHours } from '#core/sla/calendar.ts'
import type { SlaPolicy } from '#core/sla/policy.ts'
import { HOUR_MS, MINUTE_MS } from '#core/time.ts'
import { applyCase } from './apply-case.ts'
import type { CaseState } from './case.ts'
import type { CaseCommand, CaseFacts } from './command.ts'
import { decideCase } from './decide-case.ts'
import type { CaseEvent } from './event.ts'

const NOON = Date.UTC(2026, 10, 23, 12)
const at = (minutes: number) => NOON + minutes * MINUTE_MS
const policy: SlaPolicy = { firstReplyMinutes: 120, nextReplyMinutes: 240, calendar: 'always' }

/** A case told as a story: each line at so many minutes past noon. */
function story() {
  let state: CaseState | null = null
  let clock = 0
  const log: CaseEvent[] = []
  const more: { -readonly [K in keyof CaseFacts]?: CaseFacts[K] } = {}
  const tell = (minute: number, command: CaseCommand): string => {
    clock = minute
    const facts = { now: at(minute), by: 'aicha', policy, calendar: 'always' as const, ...more }
    const decided = decideCase(state, command, facts)
    if ('refused' in decided) return decided.refused
    for (const event of decided.events) state = applyCase(state, event)
    log.push(...decided.events)
    return decided.events.map(({ kind }) => kind).join(' ')
  }
  return {
    log,
    more,
    tell,
    writes: (minute: number, messageId: string, written = minute) =>
      tell(minute, { kind: 'receive-message', messageId, writtenAt: at(written) }),
    answers: (minute: number, seen?: number) =>
      tell(minute, { kind: 'answer-sent', sentAt: at(minute), seen: seen ?? state?.received ?? 0 }),
    says: (command: CaseCommand) => tell(clock + 1, command),
    get case(): CaseState {
      assert.ok(state)
      return state
    },
    get due(): number | null {
      return state?.dueAt == null ? null : (state.dueAt - NOON) / MINUTE_MS
    },
  }
}

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

test('an event before the opening is a broken log', () => {
  assert.throws(() => applyCase(null, { kind: 'case.woken', at: NOON, by: null, cause: 'time' }), /before case.opened/)
})
