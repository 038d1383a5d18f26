import { deadlineFor, URGENT_LEAST_MINUTES, urgentPolicy } from '#core/sla/policy.ts'
import { applyCase } from './apply-case.ts'
import type { CaseState } from './case.ts'
import type { CaseCommand, CaseDecision, CaseFacts } from './command.ts'
import type { CaseEvent } from './event.ts'

type Weighed = Extract<CaseCommand, { kind: 'weigh-urgency' }>

/**
 * Urgent words that still wait are owed sooner, counted from when the customer wrote them, and not before somebody had the time to answer
 * since the desk knows; where they turn out not to be urgent, what had been promised holds again, and never more than that (A2, L3).
 */
export function weighUrgency(
  state: CaseState,
  { messageId, urgent, reasons }: Weighed,
  facts: CaseFacts,
): CaseDecision {
  const waiting = state.unanswered.find((one) => one.messageId === messageId)
  if (waiting === undefined) return { events: [] }
  if (urgent && waiting.plainDueAt !== undefined) {
    const { plainDueAt: dueAt } = waiting
    const back: CaseEvent = { at: facts.now, by: facts.by, kind: 'case.not-thanks', messageId, dueAt }
    const then = weighUrgency(applyCase(state, back), { kind: 'weigh-urgency', messageId, urgent, reasons }, facts)
    return 'refused' in then ? then : { events: [back, ...then.events] }
  }
  const { now, by, policy, calendar } = facts
  if (!urgent) {
    const { calmDueAt } = waiting
    return { events: calmDueAt === undefined ? [] : [{ at: now, by, kind: 'case.eased', messageId, dueAt: calmDueAt }] }
  }
  const turn = state.firstOutAt === null ? 'first' : 'next'
  const least = { ...policy, firstReplyMinutes: URGENT_LEAST_MINUTES, nextReplyMinutes: URGENT_LEAST_MINUTES }
  const half = deadlineFor(urgentPolicy(policy), calendar, waiting.at, turn).dueAt
  const dueAt = Math.max(half, deadlineFor(least, calendar, now, turn).dueAt)
  if (waiting.calmDueAt !== undefined || dueAt >= waiting.dueAt) return { events: [] }
  const hastened: CaseEvent = { at: now, by, kind: 'case.hastened', messageId, dueAt, reasons }
  // What was set aside for later than it is due now comes back.
  const sleeps = state.snoozedUntil !== null && state.snoozedUntil > dueAt
  return { events: sleeps ? [hastened, { at: now, by, kind: 'case.woken', cause: 'member' }] : [hastened] }
}
