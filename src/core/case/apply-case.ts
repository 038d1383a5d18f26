import { type Instant, MINUTE_MS } from '#core/time.ts'
import type { CaseState, Unanswered } from './case.ts'
import type { CaseEvent } from './event.ts'
import { addUnanswered, leftAfterAnswer, leftAfterOutsideAnswer, owe } from './unanswered.ts'

type Opened = Extract<CaseEvent, { kind: 'case.opened' }>
type Begun = Extract<CaseEvent, { kind: 'case.begun' }>
type Said = Extract<CaseEvent, { kind: 'case.customer-wrote' | 'case.customer-edited' }>
type Moved = Extract<CaseEvent, { kind: 'case.hastened' | 'case.eased' | 'case.thanked' | 'case.not-thanks' }>
type Reopened = Extract<CaseEvent, { kind: 'case.reopened' }>

function open(event: Opened): CaseState {
  const { messageId, writtenAt, dueAt, lastOutsideAt } = event
  const answeredAt = dueAt === null ? lastOutsideAt : null
  return {
    state: dueAt === null ? 'waiting' : 'open',
    ownerId: null,
    ...owe(dueAt === null ? [] : [{ messageId, rank: 1, at: writtenAt, dueAt }]),
    received: 1,
    snoozedUntil: null,
    firstInAt: writtenAt,
    lastInAt: writtenAt,
    firstOutAt: answeredAt,
    lastOutAt: answeredAt,
    lastOutsideAt,
    lastSettled: null,
    breachedAt: null,
    closing: null,
  }
}

/** Nothing is owed in a case that the brand began. */
const BEGUN: CaseState = {
  state: 'waiting',
  ownerId: null,
  ...owe([]),
  received: 0,
  snoozedUntil: null,
  firstInAt: null,
  lastInAt: null,
  firstOutAt: null,
  lastOutAt: null,
  lastOutsideAt: null,
  lastSettled: null,
  breachedAt: null,
  closing: null,
}

/** The customer said something, new or in place of what they had said. */
function hear(state: CaseState, { messageId, writtenAt, dueAt }: Said | (Reopened & { messageId: string })): CaseState {
  const rank = state.received + 1
  const heard = {
    ...state,
    received: rank,
    firstInAt: Math.min(state.firstInAt ?? writtenAt, writtenAt),
    lastInAt: Math.max(state.lastInAt ?? writtenAt, writtenAt),
  }
  if (dueAt === null) return heard
  return { ...heard, ...owe(addUnanswered(state.unanswered, { messageId, rank, at: writtenAt, dueAt })) }
}

function reopen(state: CaseState, event: Reopened): CaseState {
  const reopened: CaseState = { ...state, state: 'reopened', closing: null }
  if (event.messageId !== null) return hear(reopened, { ...event, messageId: event.messageId })
  const setAside = state.closing?.setAside ?? []
  const ours: Unanswered = { messageId: null, rank: state.received, at: event.writtenAt, dueAt: event.dueAt }
  if (event.cause === 'undelivered') return lose(reopened, [...setAside, ...state.unanswered, ours])
  return { ...reopened, ...owe(setAside.length > 0 ? setAside : [ours]) }
}

/** The promise on one message moves; what had been promised before is kept while it is shorter. */
function movePromise(state: CaseState, { kind, messageId, dueAt }: Moved): CaseState {
  const owed = owe(
    state.unanswered.map((one): Unanswered => {
      if (one.messageId !== messageId) return one
      const { calmDueAt, plainDueAt, ...rest } = one
      if (kind === 'case.thanked') return { ...rest, dueAt, plainDueAt: plainDueAt ?? one.dueAt }
      return kind === 'case.hastened' ? { ...rest, dueAt, calmDueAt: calmDueAt ?? one.dueAt } : { ...rest, dueAt }
    }),
  )
  const stillBreached = owed.dueAt !== null && state.breachedAt !== null && owed.dueAt <= state.breachedAt
  return { ...state, ...owed, breachedAt: stillBreached ? state.breachedAt : null }
}

/** The last answer settled nothing after all. */
function lose(state: CaseState, unanswered: readonly Unanswered[]): CaseState {
  const sentAt = state.lastSettled?.sentAt ?? null
  const wasFirst = sentAt !== null && state.firstOutAt === sentAt
  return { ...state, ...owe(unanswered), firstOutAt: wasFirst ? null : state.firstOutAt, lastSettled: null }
}

/** Remembers what an answer settles, should it never arrive. */
function settle(state: CaseState, left: readonly Unanswered[], sentAt: Instant): CaseState['lastSettled'] {
  const { unansweredSince, dueAt } = owe(state.unanswered.filter((one) => !left.includes(one)))
  return unansweredSince === null || dueAt === null ? state.lastSettled : { sentAt, at: unansweredSince, dueAt }
}

function answer(state: CaseState, left: readonly Unanswered[], sentAt: Instant): CaseState {
  const owed = owe(left)
  const settled = left.length === 0
  const stillBreached = owed.dueAt !== null && state.breachedAt !== null && owed.dueAt <= state.breachedAt
  return {
    ...state,
    ...owed,
    state: settled && state.state !== 'resolved' ? 'waiting' : state.state,
    snoozedUntil: settled ? null : state.snoozedUntil,
    breachedAt: stillBreached ? state.breachedAt : null,
    lastSettled: settle(state, left, sentAt),
    firstOutAt: Math.min(state.firstOutAt ?? sentAt, sentAt),
    lastOutAt: Math.max(state.lastOutAt ?? sentAt, sentAt),
  }
}

function continueCase(state: CaseState, event: Exclude<CaseEvent, Opened | Begun>): CaseState {
  switch (event.kind) {
    case 'case.customer-wrote':
    case 'case.customer-edited': {
      const heard = hear(state, event)
      return { ...heard, state: heard.state === 'waiting' && heard.dueAt !== null ? 'open' : heard.state }
    }
    case 'case.reopened':
      return reopen(state, event)
    case 'case.answered':
      return answer(state, leftAfterAnswer(state.unanswered, event.seen), event.sentAt)
    case 'case.answered-outside': {
      const lastOutsideAt = Math.max(state.lastOutsideAt ?? event.sentAt, event.sentAt)
      return { ...answer(state, leftAfterOutsideAnswer(state.unanswered, event.sentAt), event.sentAt), lastOutsideAt }
    }
    case 'case.resolved': {
      const { reason, note, by, at } = event
      const closing = { reason, note, by, at, setAside: state.unanswered }
      return { ...state, state: 'resolved', ...owe([]), snoozedUntil: null, breachedAt: null, closing }
    }
    case 'case.assigned':
      return { ...state, ownerId: event.ownerId }
    case 'case.unassigned':
      return { ...state, ownerId: null }
    case 'case.snoozed':
      return { ...state, snoozedUntil: event.until }
    case 'case.woken':
      return { ...state, snoozedUntil: null }
    case 'case.hastened':
    case 'case.eased':
    case 'case.thanked':
    case 'case.not-thanks':
      return movePromise(state, event)
    case 'case.breached':
      return { ...state, breachedAt: event.dueAt }
  }
}

/** A case is what happened to it: replaying its events gives its row, whatever the order of reading (D2). */
export function applyCase(state: CaseState | null, event: CaseEvent): CaseState {
  if (event.kind === 'case.opened') return open(event)
  if (event.kind === 'case.begun') return BEGUN
  if (state === null) throw new Error(`${event.kind} before case.opened`)
  return continueCase(state, event)
}

/** How late an answer was, in whole minutes of the wall clock; 0 in time (A2). */
export function minutesLate(dueAt: Instant | null, sentAt: Instant): number {
  return dueAt === null ? 0 : Math.max(0, Math.floor((sentAt - dueAt) / MINUTE_MS))
}
