import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { deadlineFor, type SlaPolicy } from '#core/sla/policy.ts'
import { HOUR_MS, MINUTE_MS } from '#core/time.ts'
import { applyCase } from './apply-case.ts'
import type { CaseState } from './case.ts'
import { SILENT_REASONS } from './closing.ts'
import type { CaseCommand, CaseFacts } from './command.ts'
import { decideCase } from './decide-case.ts'
import type { CaseEvent } from './event.ts'

const START = Date.UTC(2026, 10, 23, 12)
const policy: SlaPolicy = { firstReplyMinutes: 120, nextReplyMinutes: 240, calendar: 'always' }

/** A command, and how long after the last one; times in it are minutes before or after that moment. */
type Turn = { readonly afterMinutes: number; readonly command: (now: number, state: CaseState | null) => CaseCommand }

let messages = 0
const ago = fc.integer({ min: 0, max: 600 }).map((minutes) => minutes * MINUTE_MS)
const ahead = fc.integer({ min: -10, max: 2_000 }).map((minutes) => minutes * MINUTE_MS)
const member = fc.constantFrom('aicha', 'julien')
const reason = fc.constantFrom('answered' as const, ...SILENT_REASONS)
const maybe = fc.option(fc.constantFrom('une raison', ' '), { nil: undefined })

const command: fc.Arbitrary<Turn['command']> = fc.oneof(
  {
    weight: 5,
    arbitrary: ago.map((age) => (now: number): CaseCommand => {
      messages++
      return { kind: 'receive-message', messageId: `m${messages}`, writtenAt: now - age }
    }),
  },
  fc.tuple(ago, fc.nat(5), fc.boolean()).map(([age, back, substantial]) => (now: number): CaseCommand => {
    return { kind: 'edit-message', messageId: `m${messages - back}`, editedAt: now - age, substantial }
  }),
  fc.tuple(fc.nat(3), fc.boolean()).map(([back, urgent]) => (): CaseCommand => {
    return { kind: 'weigh-urgency', messageId: `m${messages - back}`, urgent, reasons: urgent ? ['safety'] : [] }
  }),
  fc.tuple(fc.nat(3), fc.boolean()).map(([back, thanks]) => (): CaseCommand => {
    return { kind: 'weigh-thanks', messageId: `m${messages - back}`, thanks }
  }),
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.nat(2), fc.boolean())
      .map(([unseen, thenResolve]) => (now: number, state: CaseState | null) => {
        const seen = Math.max(0, (state?.received ?? 0) - unseen)
        return { kind: 'answer-sent' as const, sentAt: now, seen, thenResolve }
      }),
  },
  ago.map(
    (age) =>
      (now: number): CaseCommand => ({ kind: 'answer-published-outside', sentAt: now - age }),
  ),
  ago.map(
    (age) =>
      (now: number, state: CaseState | null): CaseCommand => ({
        kind: 'answer-undelivered',
        sentAt: age < 300 * MINUTE_MS ? (state?.lastOutAt ?? now) : now - age,
      }),
  ),
  fc.tuple(reason, maybe).map(
    ([reason, note]) =>
      (): CaseCommand => ({
        kind: 'resolve',
        reason,
        ...(note === undefined ? {} : { note }),
      }),
  ),
  fc.constant((): CaseCommand => ({ kind: 'reopen' })),
  fc.tuple(member, fc.boolean()).map(
    ([ownerId, takeOver]) =>
      (): CaseCommand => ({ kind: 'assign', ownerId, takeOver }),
  ),
  fc.constant((): CaseCommand => ({ kind: 'unassign' })),
  fc.tuple(ahead, maybe).map(
    ([wait, why]) =>
      (now: number): CaseCommand => ({
        kind: 'snooze',
        until: now + wait,
        ...(why === undefined ? {} : { pastDeadlineBecause: why }),
      }),
  ),
  fc.constant((): CaseCommand => ({ kind: 'wake' })),
  fc.constant((): CaseCommand => ({ kind: 'tick' })),
)
const turns = fc.array(fc.record({ afterMinutes: fc.nat(300), command }), { minLength: 1, maxLength: 40, size: 'max' })

type Told = { messageId: string; writtenAt: number; rank: number; dueAt: number }

/** Who still waits, kept apart in the plainest way: a list of what was said, crossed out by answers. */
function crossOut(waiting: Told[], event: CaseEvent, received: number): Told[] {
  switch (event.kind) {
    case 'case.opened':
    case 'case.customer-wrote':
    case 'case.customer-edited':
    case 'case.reopened': {
      if (event.messageId === null || event.dueAt === null) return waiting
      const { messageId, writtenAt, dueAt } = event
      return [
        ...waiting.filter((told) => told.messageId !== messageId),
        { messageId, writtenAt, dueAt, rank: received },
      ]
    }
    case 'case.hastened':
    case 'case.eased':
    case 'case.thanked':
    case 'case.not-thanks':
      return waiting.map((told) => (told.messageId === event.messageId ? { ...told, dueAt: event.dueAt } : told))
    case 'case.answered':
      return waiting.filter(({ rank }) => rank > event.seen)
    case 'case.answered-outside':
      return waiting.filter(({ writtenAt }) => writtenAt > event.sentAt)
    default:
      return waiting
  }
}

function checkState(state: CaseState) {
  const waits = state.unanswered.length > 0
  assert.equal(state.state === 'open' || state.state === 'reopened', waits, 'open means that somebody waits')
  assert.equal(state.dueAt !== null, waits, 'whoever waits has a deadline')
  assert.equal(state.unansweredSince !== null, waits)
  if (waits) {
    assert.equal(state.dueAt, Math.min(...state.unanswered.map(({ dueAt }) => dueAt)))
    assert.equal(state.unansweredSince, Math.min(...state.unanswered.map(({ at }) => at)))
  } else assert.equal(state.breachedAt, null)
  assert.equal(state.state === 'resolved', state.closing !== null)
  if (state.closing?.reason === 'answered') assert.equal(state.closing.setAside.length, 0, 'silence has a reason')
  if (state.state === 'resolved') assert.equal(state.snoozedUntil, null)
  assert.ok((state.firstInAt ?? 0) <= (state.lastInAt ?? 0))
}

function checkEvent(before: CaseState | null, event: CaseEvent, after: CaseState) {
  if (event.kind === 'case.answered' || event.kind === 'case.answered-outside') {
    assert.ok(after.state === before?.state || after.state === 'waiting', 'our own words never reopen')
  }
  if (event.kind === 'case.snoozed' && before?.dueAt != null && event.until > before.dueAt) {
    assert.ok(event.pastDeadlineBecause, 'slept past the deadline without a word')
  }
  if (event.kind === 'case.reopened') {
    if (event.cause !== 'undelivered') assert.equal(before?.state, 'resolved')
    assert.ok(after.dueAt !== null && after.dueAt <= event.dueAt)
  }
  if (event.kind === 'case.hastened') assert.ok(after.dueAt !== null && after.dueAt <= event.dueAt)
  if (event.kind === 'case.eased') assert.ok(after.breachedAt === null || (after.dueAt ?? 0) <= after.breachedAt)
  if (event.kind === 'case.breached') assert.ok(event.at >= event.dueAt && before?.breachedAt === null)
}

test('whatever happens, nobody waits without a deadline, and the log tells the same story as the row', () => {
  fc.assert(
    fc.property(turns, fc.boolean(), (story, isCriticism) => {
      messages = 0
      let state: CaseState | null = null
      let waiting: Told[] = []
      let aside: Told[] = []
      let now = START
      const log: CaseEvent[] = []
      for (const turn of story) {
        now += turn.afterMinutes * MINUTE_MS
        const facts: CaseFacts = { now, by: 'aicha', policy, calendar: 'always', isCriticism }
        const decided = decideCase(state, turn.command(now, state), facts)
        if ('refused' in decided) continue
        for (const event of decided.events) {
          const before: CaseState | null = state
          const after = applyCase(state, event)
          waiting = crossOut(waiting, event, after.received)
          if (event.kind === 'case.resolved') [aside, waiting] = [waiting, []]
          if (event.kind === 'case.reopened' && event.messageId === null && before?.closing) waiting = aside
          checkEvent(before, event, after)
          checkState(after)
          const owed = after.unanswered.flatMap(({ messageId }) => messageId ?? [])
          assert.deepEqual([...owed].sort(), waiting.map(({ messageId }) => messageId).sort())
          for (const { messageId, dueAt } of waiting) {
            assert.equal(after.unanswered.find((one) => one.messageId === messageId)?.dueAt, dueAt)
          }
          state = after
        }
        log.push(...decided.events)
      }
      const stored = JSON.parse(JSON.stringify(log)) as CaseEvent[]
      assert.deepEqual(stored.reduce<CaseState | null>(applyCase, null), state)
    }),
    { numRuns: 500 },
  )
})

test('the order in which messages come in changes neither the deadline nor the wait', () => {
  const written = fc.uniqueArray(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(
      written.chain((times) => fc.tuple(fc.constant(times), fc.shuffledSubarray(times, { minLength: times.length }))),
      ([times, shuffled]) => {
        const receive = (state: CaseState | null, minute: number): CaseState => {
          const writtenAt = START + minute * MINUTE_MS
          const facts: CaseFacts = { now: START + 10 * HOUR_MS, by: null, policy, calendar: 'always' }
          const decided = decideCase(state, { kind: 'receive-message', messageId: `m${minute}`, writtenAt }, facts)
          assert.ok('events' in decided)
          const after = decided.events.reduce<CaseState | null>(applyCase, state)
          assert.ok(after)
          return after
        }
        const state = shuffled.reduce<CaseState | null>(receive, null)
        const oldest = START + Math.min(...times) * MINUTE_MS
        assert.equal(state?.unansweredSince, oldest)
        assert.equal(state?.dueAt, deadlineFor(policy, 'always', oldest, 'first').dueAt)
      },
    ),
  )
})
