import { deadlineFor, writtenAt } from '#core/sla/policy.ts'
import { type Instant, MINUTE_MS } from '#core/time.ts'
import { applyCase, minutesLate } from './apply-case.ts'
import type { CaseState } from './case.ts'
import type { CaseCommand, CaseDecision, CaseFacts } from './command.ts'
import type { CaseEvent } from './event.ts'

/** A case that a machine opens is closed at once: it can be found, and burdens nobody. */
const NOBODY_WAITS = {
  kind: 'case.resolved',
  reason: 'no-answer-needed',
  note: null,
  criticismUnanswered: false,
} as const

const BY_CUSTOMER = { kind: 'case.reopened', cause: 'customer-wrote' } as const

/** The network's record of our answer and ours may differ by so much. */
const SAME_ANSWER_MS = MINUTE_MS

type Command<K extends CaseCommand['kind']> = Extract<CaseCommand, { kind: K }>

/** Null when the brand answered on the network after these words: its author had them under the eyes. */
function dueFor(state: CaseState | null, at: Instant, facts: CaseFacts): Instant | null {
  const lastOutsideAt = state ? state.lastOutsideAt : (facts.lastOutsideAt ?? null)
  if (lastOutsideAt !== null && at <= lastOutsideAt) return null
  const turn = state === null || state.firstOutAt === null ? 'first' : 'next'
  return deadlineFor(facts.policy, facts.calendar, at, turn).dueAt
}

/** A customer who speaks is not left asleep in a snoozed case. */
function andWake(
  state: CaseState,
  events: CaseEvent[],
  at: Instant,
  cause: 'customer-wrote' | 'undelivered' = 'customer-wrote',
): CaseDecision {
  if (state.snoozedUntil === null) return { events }
  return { events: [...events, { at, by: null, kind: 'case.woken', cause }] }
}

/** Every message of the public opens, continues or reopens a case, with a deadline from the network's timestamp (A1, A2). */
export function receiveMessage(
  state: CaseState | null,
  command: Command<'receive-message'>,
  facts: CaseFacts,
): CaseDecision {
  const { messageId } = command
  const recorded = { at: facts.now, by: null }
  const at = writtenAt(command.writtenAt, facts.now)
  const isOwed = command.owed !== false
  const dueAt = isOwed ? dueFor(state, at, facts) : null
  const heard = { ...recorded, messageId, writtenAt: at }
  if (state === null) {
    const opened: CaseEvent = { ...heard, kind: 'case.opened', dueAt, lastOutsideAt: facts.lastOutsideAt ?? null }
    return { events: isOwed ? [opened] : [opened, { ...recorded, ...NOBODY_WAITS }] }
  }
  if (state.unanswered.some((one) => one.messageId === messageId)) return { events: [] }
  if (dueAt === null) return { events: [{ ...heard, kind: 'case.customer-wrote', dueAt }] }
  if (state.state === 'resolved') return { events: [{ ...heard, ...BY_CUSTOMER, dueAt }] }
  return andWake(state, [{ ...heard, kind: 'case.customer-wrote', dueAt }], facts.now)
}

/** A case that the brand began is closed at once where no answer is hoped for: whoever comments has a case of their own (A1, C1). */
export function beginCase(state: CaseState | null, { awaits }: Command<'begin'>, facts: CaseFacts): CaseDecision {
  if (state !== null) return { events: [] }
  const recorded = { at: facts.now, by: facts.by }
  const begun: CaseEvent = { ...recorded, kind: 'case.begun' }
  return { events: awaits ? [begun] : [begun, { ...recorded, ...NOBODY_WAITS }] }
}

/** Words changed in substance after we answered ask for an answer again; before, they do not buy us time (A1, A2). */
export function editMessage(state: CaseState, command: Command<'edit-message'>, facts: CaseFacts): CaseDecision {
  if (!command.substantial) return { events: [] }
  const { messageId } = command
  const recorded = { at: facts.now, by: null }
  const waiting = state.unanswered.find((one) => one.messageId === messageId)
  const at = waiting?.at ?? writtenAt(command.editedAt, facts.now)
  const dueAt = waiting?.plainDueAt ?? waiting?.dueAt ?? dueFor(state, at, facts)
  const heard = { ...recorded, messageId, writtenAt: at }
  if (dueAt === null) return { events: [] }
  if (state.state === 'resolved') return { events: [{ ...heard, ...BY_CUSTOMER, dueAt }] }
  return andWake(state, [{ ...heard, kind: 'case.customer-edited', dueAt }], facts.now)
}

/** Answered is what the network accepted, and only for the words that its author had seen (A1, G4). */
export function noteAnswer(state: CaseState, command: Command<'answer-sent'>, facts: CaseFacts): CaseDecision {
  const recorded = { at: facts.now, by: facts.by }
  const sentAt = Math.min(command.sentAt, facts.now)
  const seen = Math.min(command.seen, state.received)
  const lateMinutes = minutesLate(state.dueAt, sentAt)
  const answered: CaseEvent = { ...recorded, kind: 'case.answered', sentAt, seen, lateMinutes }
  const after = applyCase(state, answered)
  if (!command.thenResolve || after.state !== 'waiting') return { events: [answered] }
  return {
    events: [
      answered,
      { ...recorded, kind: 'case.resolved', reason: 'answered', note: null, criticismUnanswered: false },
    ],
  }
}

/** A post by our own account answers what came before it, and never reopens a case (A1). */
export function noteOutsideAnswer(
  state: CaseState,
  command: Command<'answer-published-outside'>,
  facts: CaseFacts,
): CaseDecision {
  const sentAt = Math.min(command.sentAt, facts.now)
  if (state.lastOutsideAt !== null && sentAt <= state.lastOutsideAt) return { events: [] }
  return { events: [{ at: facts.now, by: null, kind: 'case.answered-outside', sentAt }] }
}

/** An answer that never arrived answered nobody: what it had settled waits again since its own day, unless more was said (A1, A2). */
export function noteUndelivered(
  state: CaseState,
  command: Command<'answer-undelivered'>,
  facts: CaseFacts,
): CaseDecision {
  const { policy, calendar, now } = facts
  const settled = state.lastSettled
  const reopened = { at: now, by: null, kind: 'case.reopened', cause: 'undelivered', messageId: null } as const
  if (settled !== null && Math.abs(settled.sentAt - command.sentAt) <= SAME_ANSWER_MS) {
    return andWake(state, [{ ...reopened, writtenAt: settled.at, dueAt: settled.dueAt }], now, 'undelivered')
  }
  const saidMore = state.lastOutAt !== null && state.lastOutAt > command.sentAt + SAME_ANSWER_MS
  if (saidMore || state.dueAt !== null) return { events: [] }
  // It settled nothing: a word of ours that the customer was not waiting for, and that we owe all the same.
  const { dueAt } = deadlineFor(policy, calendar, now, 'next')
  return andWake(state, [{ ...reopened, writtenAt: now, dueAt }], now, 'undelivered')
}
