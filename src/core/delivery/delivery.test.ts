import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '#core/time.ts'
import type { Delivery, DeliveryState } from './delivery.ts'
import type { LookUpResult, SendingGuarantee, SendOutcome } from './guarantee.ts'
import { mayCall, mayRecord, takeLease } from './lease.ts'
import { nextStep } from './next-step.ts'
import { chooseNext, compareForClaim, isBlocked } from './order.ts'
import { decideByPerson, type PersonChoice } from './person.ts'
import { backOff, DELIVERY_RULES, isLate } from './rules.ts'
import type { DeliveryNews, DeliveryStep } from './step.ts'
import { heldUntil, holdDelivery } from './undo.ts'

const NOON = Date.UTC(2026, 10, 23, 12)
const OWN_ID: SendingGuarantee = { kind: 'own-id', settleMs: 30_000 }
const KEY: SendingGuarantee = { kind: 'idempotency-key', validMs: HOUR_MS }
const DOUBTFUL_KEY: SendingGuarantee = { kind: 'idempotency-key', validMs: HOUR_MS, lookUp: { settleMs: 5_000 } }
const LOOK_UP: SendingGuarantee = { kind: 'look-up', settleMs: 5_000 }
const NONE: SendingGuarantee = { kind: 'none' }

const reset: SendOutcome = { kind: 'ambiguous', detail: 'ECONNRESET' }
const tooFast: SendOutcome = { kind: 'later', reason: 'rate-limited', retryAt: NOON + 90_000 }
const said: SendOutcome = { kind: 'refused', reason: 'duplicate', detail: 'already said', permanent: true }
const absent: LookUpResult = { kind: 'absent' }

function reply(more: Partial<Delivery> = {}): Delivery {
  const held = holdDelivery({
    id: 'to-camille',
    conversationId: 'bouquet',
    sequence: 1,
    priority: 'routine',
    now: NOON - 5 * SECOND_MS,
    undoMs: 5_000,
  })
  return { ...held, ...more }
}

/** Plays news one after the other on one reply; each at a time when it is due; returns the steps. */
function play(guarantee: SendingGuarantee, script: (SendOutcome | LookUpResult | 'crash')[], start = reply()) {
  let delivery = start
  let now = NOON
  const steps: DeliveryStep[] = []
  const hear = (news: DeliveryNews) => {
    const move = nextStep(delivery, news, { guarantee, rules: DELIVERY_RULES, now, random: 0 })
    delivery = move.delivery
    steps.push(move.step)
    return move.step
  }
  const left = [...script]
  while (delivery.nextAt !== null) {
    now = Math.max(now, delivery.nextAt)
    delivery = takeLease(delivery, now, 60_000)
    const { step } = hear({ kind: 'due' })
    if (step !== 'send' && step !== 'look-up') continue
    const next = left.shift()
    if (next === undefined) break
    if (next === 'crash') continue
    now += SECOND_MS
    if (step === 'look-up') hear({ kind: 'looked-up', result: next as LookUpResult })
    else hear({ kind: 'outcome', outcome: next as SendOutcome })
  }
  return { delivery, steps, names: steps.map(({ step }) => step).join(' '), now }
}

const sent: SendOutcome = { kind: 'sent', externalId: 'at://1', permalink: 'https://example.net/1' }
const found: LookUpResult = { kind: 'found', externalId: 'at://1' }

describe('a reply on its way out', () => {
  test('is held, queued, called for once, and sent with the id that the network gave', () => {
    const { names, delivery } = play(NONE, [sent])
    assert.equal(names, 'queue send mark-sent')
    assert.equal(delivery.state, 'sent')
    assert.equal(delivery.externalId, 'at://1')
    assert.equal(delivery.permalink, 'https://example.net/1')
    assert.equal(delivery.nextAt, null)
    assert.equal(delivery.lease, null)
  })

  test('that the network refuses for good is refused, with its reason', () => {
    const { names, delivery } = play(LOOK_UP, [said])
    assert.equal(names, 'queue send mark-refused')
    assert.deepEqual(delivery.refusal, { reason: 'duplicate', detail: 'already said' })
  })

  test('waits as long as Retry-After says, and not a moment less', () => {
    const { names, steps, delivery } = play(NONE, [tooFast, sent])
    assert.equal(names, 'queue send send-again-at send mark-sent')
    assert.deepEqual(steps[2], { step: 'send-again-at', at: NOON + 90_000, doubt: 'kept' })
    assert.equal(delivery.doubtSince, null)
    assert.equal(delivery.attempts, 2)
  })

  test('is refused when the network asks for a day', () => {
    const { names, delivery } = play(NONE, [{ ...tooFast, retryAt: NOON + 24 * HOUR_MS }])
    assert.equal(names, 'queue send mark-refused')
    assert.deepEqual(delivery.refusal, { reason: 'gave-up', detail: 'rate-limited' })
  })
})

describe('an ambiguous answer', () => {
  test('with an own id: look, then the same id again', () => {
    const { names, steps } = play(OWN_ID, [reset, absent, sent])
    assert.equal(names, 'queue send look-up-at look-up send-again-at send mark-sent')
    assert.deepEqual(steps[4], { step: 'send-again-at', at: NOON + 3_000, doubt: 'kept' })
    assert.equal(play(OWN_ID, [reset, found]).names, 'queue send look-up-at look-up mark-sent')
  })

  test('with a key: the same key again while it is valid', () => {
    assert.equal(play(KEY, [reset, reset, sent]).names, 'queue send send-again-at send send-again-at send mark-sent')
    const short: SendingGuarantee = { kind: 'idempotency-key', validMs: 10_000 }
    const { steps, delivery } = play(short, [reset])
    assert.deepEqual(steps.at(-1), { step: 'ask-to-check', why: 'key-expired' })
    assert.equal(delivery.state, 'to-check')
  })

  test('with a key: not again once a busy desk has let it expire in the queue', () => {
    const queued = play(KEY, [reset]).delivery
    const situation = { guarantee: KEY, rules: { ...DELIVERY_RULES, lateAfterMinutes: 600 }, random: 0 }
    const { step } = nextStep(queued, { kind: 'due' }, { ...situation, now: NOON + HOUR_MS })
    assert.deepEqual(step, { step: 'ask-to-check', why: 'key-expired' })
  })

  test('with a key that some servers ignore: read back before it is trusted', () => {
    const names = 'queue send look-up-at look-up look-up-at look-up send-again-at send mark-sent'
    assert.equal(play(DOUBTFUL_KEY, [reset, absent, absent, sent]).names, names)
  })

  test('with a look-up: absent twice, after the settle time each, then again', () => {
    const { steps, names } = play(LOOK_UP, [reset, absent, absent, sent])
    assert.equal(names, 'queue send look-up-at look-up look-up-at look-up send-again-at send mark-sent')
    assert.deepEqual(steps[2], { step: 'look-up-at', at: NOON + 6_000 })
    assert.deepEqual(steps[4], { step: 'look-up-at', at: NOON + 12_000 })
    assert.deepEqual(steps[6], { step: 'send-again-at', at: NOON + 14_000, doubt: 'cleared' })
    assert.equal(play(LOOK_UP, [reset, absent, found]).delivery.state, 'sent')
  })

  test('with nothing: a person is asked, and nothing is posted again', () => {
    const { steps, delivery } = play(NONE, [reset])
    assert.deepEqual(steps.at(-1), { step: 'ask-to-check', why: 'cannot-be-looked-up' })
    assert.equal(delivery.nextAt, null)
  })

  test('a dead worker is an ambiguous answer', () => {
    assert.equal(play(OWN_ID, ['crash', found]).names, 'queue send look-up-at look-up mark-sent')
    assert.equal(play(LOOK_UP, ['crash', found]).names, 'queue send look-up-at look-up mark-sent')
    assert.equal(play(KEY, ['crash', sent]).names, 'queue send send-again-at send mark-sent')
    assert.equal(play(NONE, ['crash']).delivery.state, 'to-check')
  })

  test('"you have said that already" after a doubt is looked up before it is believed', () => {
    assert.equal(play(OWN_ID, [reset, absent, said, found]).delivery.state, 'sent')
    const { delivery } = play(OWN_ID, [reset, absent, said, absent])
    assert.equal(delivery.state, 'refused')
    assert.equal(delivery.refusal?.reason, 'duplicate')
    assert.equal(play(KEY, [reset, said]).delivery.state, 'to-check')
  })

  test('a look-up without an answer is made again, less and less often, and in the end a person looks', () => {
    const deaf = Array.from({ length: 20 }, () => ({ kind: 'unavailable' }) as const)
    const { steps, delivery } = play(LOOK_UP, [reset, ...deaf])
    assert.equal(delivery.state, 'to-check')
    assert.deepEqual(steps.at(-1), { step: 'ask-to-check', why: 'look-up-gave-up' })
    assert.equal(steps.filter(({ step }) => step === 'look-up').length, DELIVERY_RULES.maxUnavailable + 1)
    assert.equal(play(LOOK_UP, [reset, ...deaf.slice(0, 5), found]).delivery.state, 'sent')
  })

  test('a look-up that kills the worker each time ends before a person too', () => {
    const { delivery } = play(LOOK_UP, [reset, ...Array.from({ length: 30 }, () => 'crash' as const)])
    assert.equal(delivery.state, 'to-check')
  })

  test('patience ends: refused when nothing is there, shown to a person when nobody can know', () => {
    const times = (count: number, ...each: (SendOutcome | LookUpResult)[]) =>
      Array.from({ length: count }, () => each).flat()
    const own = play(OWN_ID, [...times(6, reset, absent), absent])
    assert.equal(own.delivery.refusal?.reason, 'gave-up')
    assert.equal(own.delivery.attempts, 6)
    const seen = play(OWN_ID, [...times(6, reset, absent), found])
    assert.equal(seen.delivery.state, 'sent')
    assert.equal(play(LOOK_UP, times(6, reset, absent, absent)).delivery.refusal?.reason, 'gave-up')
    assert.deepEqual(play(KEY, times(6, reset)).steps.at(-1), { step: 'ask-to-check', why: 'gave-up-in-doubt' })
  })

  test('a row whose connector no longer can look it up goes to a person', () => {
    const unknown = reply({ state: 'unknown', doubtSince: NOON, nextAt: NOON })
    assert.equal(play(NONE, [], unknown).delivery.state, 'to-check')
    const queued = reply({ state: 'queued', doubtSince: NOON, nextAt: NOON })
    assert.equal(play(NONE, [], queued).delivery.state, 'to-check')
    assert.equal(play(LOOK_UP, [found], queued).names, 'look-up mark-sent')
  })
})

describe('a desk that was stopped', () => {
  const tomorrow = { rules: DELIVERY_RULES, now: NOON + 24 * HOUR_MS, random: 0 }
  const due = { kind: 'due' } as const

  test('does not send late by surprise', () => {
    const queued = reply({ state: 'queued' })
    assert.equal(isLate(queued, NOON + 30 * MINUTE_MS, 30), false)
    assert.equal(isLate(queued, NOON + 30 * MINUTE_MS + 1, 30), true)
    const { step, delivery } = nextStep(queued, due, { ...tomorrow, guarantee: NONE })
    assert.deepEqual(step, { step: 'ask-if-still-wanted', lateMinutes: 24 * 60 })
    assert.equal(delivery.state, 'stale')
  })

  test('does not repeat late what may be out already, even where a repetition is harmless', () => {
    const inDoubt = reply({ state: 'queued', doubtSince: NOON, calledAt: NOON })
    const { step } = nextStep(inDoubt, due, { ...tomorrow, guarantee: OWN_ID })
    assert.deepEqual(step, { step: 'ask-to-check', why: 'late-in-doubt' })
  })

  test('still looks up what it had begun', () => {
    const sending = reply({ state: 'sending', calledAt: NOON, nextAt: NOON + 60_000 })
    const { step } = nextStep(sending, due, { ...tomorrow, guarantee: LOOK_UP })
    assert.equal(step.step, 'look-up-at')
  })

  test('leaves alone what is not due, finished, or in the hands of a person', () => {
    const early = nextStep(reply(), due, { ...tomorrow, now: NOON - 1, guarantee: NONE })
    assert.deepEqual(early, { step: { step: 'wait', until: NOON }, delivery: reply() })
    for (const state of ['sent', 'refused', 'cancelled', 'to-check', 'stale'] as const) {
      const row = reply({ state, nextAt: null })
      assert.deepEqual(nextStep(row, due, { ...tomorrow, guarantee: NONE }), { step: { step: 'none' }, delivery: row })
    }
  })
})

describe('a lease', () => {
  test('gives way to the next token, and the old holder writes no more', () => {
    const first = takeLease(reply({ state: 'sending' }), NOON, 60_000)
    const second = takeLease(first, NOON + 61_000, 60_000)
    assert.equal(mayRecord(second, 1, reset), false)
    assert.equal(mayRecord(second, 2, reset), true)
    assert.equal(mayCall(second.lease, 1, NOON + 61_000, 20_000), false)
    assert.equal(mayCall(second.lease, 2, NOON + 61_000, 20_000), true)
    assert.equal(mayCall(second.lease, 2, NOON + 110_000, 20_000), false)
    assert.equal(mayCall(null, 2, NOON, 20_000), false)
  })

  test("the network's word that it is out there is true, whoever brings it", () => {
    const unknown = reply({ state: 'unknown', doubtSince: NOON, lastToken: 3 })
    assert.equal(mayRecord(unknown, 1, sent), true)
    const situation = { guarantee: NONE, rules: DELIVERY_RULES, now: NOON, random: 0 }
    const late = { kind: 'outcome', outcome: sent } as const
    assert.equal(nextStep(unknown, late, situation).delivery.state, 'sent')
    assert.equal(mayRecord(reply({ state: 'sent' }), 1, sent), false)
    const lateReset = { kind: 'outcome', outcome: reset } as const
    assert.deepEqual(nextStep(unknown, lateReset, situation), { step: { step: 'none' }, delivery: unknown })
  })
})

describe('the order of words', () => {
  test('a conversation waits for its earlier reply, unless that one is finished', () => {
    const second = reply({ id: 'second', sequence: 2 })
    const blocking = (state: DeliveryState) => isBlocked(second, [reply({ state }), second])
    const blocks = ['held', 'queued', 'sending', 'unknown', 'to-check', 'stale'] as const
    for (const state of blocks) assert.equal(blocking(state), true, state)
    for (const state of ['sent', 'refused', 'cancelled'] as const) assert.equal(blocking(state), false, state)
    assert.equal(isBlocked(second, [reply({ conversationId: 'another' })]), false)
    assert.equal(isBlocked(reply(), [second]), false)
  })

  test('urgent before routine, then the longest wait', () => {
    const routine = reply({ id: 'a', nextAt: NOON - 9_000 })
    const urgent = reply({ id: 'b', conversationId: 'fire', priority: 'urgent', nextAt: NOON })
    const later = reply({ id: 'c', conversationId: 'vase', nextAt: NOON - 1_000 })
    assert.deepEqual(
      [later, routine, urgent].sort(compareForClaim).map(({ id }) => id),
      ['b', 'a', 'c'],
    )
    assert.equal(chooseNext([later, routine, urgent], NOON)?.id, 'b')
    assert.equal(chooseNext([later, routine, urgent], NOON - 1_000)?.id, 'a')
    assert.equal(chooseNext([later], NOON - 2_000), null)
    const blocked = reply({ id: 'd', sequence: 2, priority: 'urgent', nextAt: NOON - 9_999 })
    assert.equal(chooseNext([blocked, routine], NOON)?.id, 'a')
  })
})

describe('a person', () => {
  const choose = (state: DeliveryState, choice: PersonChoice, more: Partial<Delivery> = {}) => {
    const decided = decideByPerson(reply({ state, ...more }), choice, 'aicha', NOON)
    return 'refused' in decided ? decided.refused : decided.delivery.state
  }

  test('takes a reply back for five to ten seconds', () => {
    assert.equal(heldUntil(NOON, 0), NOON + 5_000)
    assert.equal(heldUntil(NOON, 7_000), NOON + 7_000)
    assert.equal(heldUntil(NOON, 60_000), NOON + 10_000)
    assert.equal(choose('held', { kind: 'undo' }), 'cancelled')
    assert.equal(choose('queued', { kind: 'undo' }), 'cancelled')
    assert.equal(choose('queued', { kind: 'undo' }, { doubtSince: NOON }), 'already-leaving')
    assert.equal(choose('sending', { kind: 'undo' }), 'already-leaving')
    assert.equal(choose('unknown', { kind: 'drop' }), 'already-leaving')
    assert.equal(choose('sent', { kind: 'undo' }), 'already-finished')
    assert.equal(choose('held', { kind: 'published' }), 'nothing-to-check')
  })

  test('says of a doubtful reply that it is published, to send it again, or to drop it', () => {
    assert.equal(choose('to-check', { kind: 'published' }), 'sent')
    assert.equal(choose('to-check', { kind: 'send-again' }), 'queued')
    assert.equal(choose('to-check', { kind: 'drop' }), 'cancelled')
    assert.equal(choose('to-check', { kind: 'undo' }), 'already-leaving')
    const seen = { kind: 'published', permalink: 'https://example.net/1' } as const
    const decided = decideByPerson(reply({ state: 'to-check' }), seen, 'aicha', NOON)
    assert.ok('step' in decided)
    assert.equal(decided.delivery.permalink, 'https://example.net/1')
    assert.deepEqual(decided.step, {
      step: 'mark-sent',
      proof: { kind: 'member', memberId: 'aicha', permalink: 'https://example.net/1' },
    })
  })

  test('lets a stale reply go, with all its patience again, or drops it', () => {
    assert.equal(choose('stale', { kind: 'drop' }), 'cancelled')
    assert.equal(choose('stale', { kind: 'undo' }), 'cancelled')
    assert.equal(choose('stale', { kind: 'published' }), 'nothing-to-check')
    const tired = reply({ state: 'stale', readyAt: 0, doubtSince: 1, ambiguous: 5, absences: 1, keyUsedAt: 1 })
    const decided = decideByPerson(tired, { kind: 'send-again' }, 'aicha', NOON)
    assert.ok('step' in decided)
    assert.deepEqual(decided.delivery, reply({ state: 'queued', readyAt: NOON, nextAt: NOON }))
  })
})

test('each failure doubles the wait, up to a limit, and chance spreads it', () => {
  const waits = [1, 2, 3, 20, 4_000].map((failures) => backOff(DELIVERY_RULES, failures, 1))
  assert.deepEqual(waits, [2_000, 4_000, 8_000, 300_000, 300_000])
  assert.equal(backOff(DELIVERY_RULES, 1, 0), 1_000)
  assert.equal(backOff(DELIVERY_RULES, 0, 1), 2_000)
})
