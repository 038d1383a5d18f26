import { deadlineFor } from '#core/sla/policy.ts'
import type { CaseState } from './case.ts'
import type { CaseCommand, CaseDecision, CaseFacts } from './command.ts'
import type { CaseEvent } from './event.ts'
import { owe } from './unanswered.ts'

type Command<K extends CaseCommand['kind']> = Extract<CaseCommand, { kind: K }>

/** Silence needs a reason; criticism is not made to vanish behind one, and "answered elsewhere" says where (A1, D1, A6). */
export function resolveCase(state: CaseState, { reason, note }: Command<'resolve'>, facts: CaseFacts): CaseDecision {
  if (state.state === 'resolved') return { refused: 'already-resolved' }
  const said = note?.trim() ? note.trim() : null
  const isSilent = state.unanswered.length > 0
  if (isSilent) {
    if (reason === 'answered') return { refused: 'not-answered' }
    if (reason === 'answered-elsewhere' && said === null) return { refused: 'note-needed' }
    const waves = reason === 'spam' || reason === 'no-answer-needed' || reason === 'thanks-sufficient'
    if (facts.isCriticism && waves && said === null) return { refused: 'criticism-needs-an-answer' }
  }
  const criticismUnanswered = isSilent && facts.isCriticism === true
  const closed = { at: facts.now, by: facts.by, reason, note: said, criticismUnanswered }
  return { events: [{ ...closed, kind: 'case.resolved' }] }
}

/** What was set aside waits again with its old deadline; after an answer, our own promise runs from now (A1, A2). */
export function reopenCase(state: CaseState, facts: CaseFacts): CaseDecision {
  if (state.state !== 'resolved') return { refused: 'not-resolved' }
  const { now, by, policy, calendar } = facts
  const aside = owe(state.closing?.setAside ?? [])
  const dueAt = aside.dueAt ?? deadlineFor(policy, calendar, now, 'next').dueAt
  const writtenAt = aside.unansweredSince ?? now
  return { events: [{ at: now, by, kind: 'case.reopened', cause: 'member', messageId: null, writtenAt, dueAt }] }
}

/** One person answers for a case; a colleague's is taken over knowingly, or not at all (T1). */
export function assignCase(state: CaseState, command: Command<'assign'>, facts: CaseFacts): CaseDecision {
  const { ownerId, takeOver, because } = command
  const previousOwnerId = state.ownerId
  if (previousOwnerId === ownerId) return { refused: 'already-owner' }
  if (previousOwnerId !== null && !takeOver) return { refused: 'owned-by-another', ownerId: previousOwnerId }
  const given = { at: facts.now, by: facts.by, kind: 'case.assigned' as const, ownerId, previousOwnerId }
  return { events: [because === undefined ? given : { ...given, because }] }
}

/** Back to the queue, where everyone sees that nobody has it (T1). */
export function unassignCase(state: CaseState, facts: CaseFacts): CaseDecision {
  if (state.ownerId === null) return { refused: 'no-owner' }
  return { events: [{ at: facts.now, by: facts.by, kind: 'case.unassigned', previousOwnerId: state.ownerId }] }
}

/** A case may sleep until its deadline; past it only when somebody says why (A2). */
export function snoozeCase(state: CaseState, command: Command<'snooze'>, facts: CaseFacts): CaseDecision {
  const { until } = command
  if (state.state === 'resolved') return { refused: 'already-resolved' }
  if (until <= facts.now) return { refused: 'snooze-in-the-past' }
  const because = command.pastDeadlineBecause?.trim() || null
  const isPastDeadline = state.dueAt !== null && until > state.dueAt
  if (state.dueAt !== null && isPastDeadline && because === null) {
    return { refused: 'past-the-deadline', dueAt: state.dueAt }
  }
  const pastDeadlineBecause = isPastDeadline ? because : null
  return { events: [{ at: facts.now, by: facts.by, kind: 'case.snoozed', until, pastDeadlineBecause }] }
}

/** Brought back before its time (T1). */
export function wakeCase(state: CaseState, facts: CaseFacts): CaseDecision {
  if (state.snoozedUntil === null) return { refused: 'not-snoozed' }
  return { events: [{ at: facts.now, by: facts.by, kind: 'case.woken', cause: 'member' }] }
}

/** What the clock alone brings: the end of a snooze, and a deadline missed, said once for each (A2). */
export function tickCase(state: CaseState, { now }: CaseFacts): CaseDecision {
  const events: CaseEvent[] = []
  const { snoozedUntil, dueAt, breachedAt } = state
  if (snoozedUntil !== null && snoozedUntil <= now) {
    events.push({ at: now, by: null, kind: 'case.woken', cause: 'time' })
  }
  if (dueAt !== null && dueAt <= now && breachedAt === null) {
    events.push({ at: now, by: null, kind: 'case.breached', dueAt })
  }
  return { events }
}
