import { deadlineFor, thanksPolicy } from '#core/sla/policy.ts'
import type { CaseState } from './case.ts'
import type { CaseCommand, CaseDecision, CaseFacts } from './command.ts'
import type { CaseEvent } from './event.ts'
import { MAX_KEPT } from './unanswered.ts'

type Weighed = Extract<CaseCommand, { kind: 'weigh-thanks' }>

/**
 * Praise and thanks that still wait are owed later than a complaint, in a queue of their own; what turns out to be more than thanks is owed
 * again when it was (A5, A1). What cannot wait is never set apart.
 */
export function weighThanks(state: CaseState, { messageId, thanks }: Weighed, facts: CaseFacts): CaseDecision {
  const waiting = state.unanswered.find((one) => one.messageId === messageId)
  if (waiting === undefined || thanks === (waiting.plainDueAt !== undefined)) return { events: [] }
  const { now, by, policy, calendar } = facts
  if (thanks) {
    // In a flood the newest words stand together, and nobody knows that all of them are thanks.
    if (waiting.calmDueAt !== undefined || state.unanswered.length >= MAX_KEPT) return { events: [] }
    const turn = state.firstOutAt === null ? 'first' : 'next'
    const { dueAt } = deadlineFor(thanksPolicy(policy), calendar, waiting.at, turn)
    return { events: [{ at: now, by, kind: 'case.thanked', messageId, dueAt: Math.max(dueAt, waiting.dueAt) }] }
  }
  const dueAt = waiting.plainDueAt ?? waiting.dueAt
  const back: CaseEvent = { at: now, by, kind: 'case.not-thanks', messageId, dueAt }
  // What was set aside for later than it is due now comes back.
  const sleeps = state.snoozedUntil !== null && state.snoozedUntil > dueAt
  return { events: sleeps ? [back, { at: now, by, kind: 'case.woken', cause: 'member' }] : [back] }
}
