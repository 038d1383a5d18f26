import type { Instant } from '#core/time.ts'
import { addBusinessMinutes } from './business-time.ts'
import type { BusinessCalendar } from './calendar.ts'

/** What a brand promises on one network: how soon a customer is answered, and on which clock (A2). */
export type SlaPolicy = {
  /** To the customer's first message of a case. */
  readonly firstReplyMinutes: number
  /** To each later message, once the brand has answered. */
  readonly nextReplyMinutes: number
  /** The fuse turns amber when this share of the time, or less, is left. */
  readonly warnAtShare?: number
  /** To praise and thanks alone; a day where nothing is said. Never sooner than any other message would be answered. */
  readonly thanksReplyMinutes?: number | undefined
  readonly calendar: 'always' | 'business'
}

/** Policies by connector key; the keys are data and mean nothing here (A2). */
export type SlaTable = { readonly byConnector: Readonly<Record<string, SlaPolicy>>; readonly otherwise: SlaPolicy }

/** Whether the customer waits for our first word on this case or for a later one. */
export type Turn = 'first' | 'next'

export type Deadline = {
  readonly dueAt: Instant
  /** When the fuse turns amber. */
  readonly warnAt: Instant
  /** The clock that was used: a calendar that never opens falls back to the wall clock, and the desk says so. */
  readonly clock: 'wall' | 'business' | 'wall-because-never-open'
}

export const WARN_AT_SHARE = 0.25
/** Urgent words are owed in this share of the network's time, but nobody reads, checks and answers well in less than so many minutes. */
const URGENT_SHARE = 0.5
export const URGENT_LEAST_MINUTES = 15
/** What a brand promises to those who thank it, unless it says otherwise. */
export const THANKS_REPLY_MINUTES = 1_440

/** The promise differs from one network to the next, because the public's patience does (A2). */
export function choosePolicy(table: SlaTable, connector: string): SlaPolicy {
  return Object.hasOwn(table.byConnector, connector)
    ? (table.byConnector[connector] ?? table.otherwise)
    : table.otherwise
}

/** What cannot wait is promised sooner, on the same clock: a deadline that suits the network's patience does not suit a danger (A2, L3). */
export function urgentPolicy(policy: SlaPolicy): SlaPolicy {
  const shorten = (minutes: number) => Math.min(minutes, Math.max(URGENT_LEAST_MINUTES, minutes * URGENT_SHARE))
  return {
    ...policy,
    firstReplyMinutes: shorten(policy.firstReplyMinutes),
    nextReplyMinutes: shorten(policy.nextReplyMinutes),
  }
}

/** A thank you is answered too, and does not stand before somebody in trouble: its promise is softer, on the same clock (A5). */
export function thanksPolicy(policy: SlaPolicy): SlaPolicy {
  const soften = (minutes: number) => Math.max(minutes, policy.thanksReplyMinutes ?? THANKS_REPLY_MINUTES)
  return {
    ...policy,
    firstReplyMinutes: soften(policy.firstReplyMinutes),
    nextReplyMinutes: soften(policy.nextReplyMinutes),
  }
}

/** When the customer wrote is the network's timestamp; nobody can have written after we received it (A2). */
export function writtenAt(networkAt: Instant, receivedAt: Instant): Instant {
  return Math.min(networkAt, receivedAt)
}

/** The deadline runs from the customer's own message, on the clock that the policy names, and there always is one (A1, A2). */
export function deadlineFor(
  policy: SlaPolicy,
  calendar: BusinessCalendar,
  customerMessageAt: Instant,
  turn: Turn,
): Deadline {
  const minutes = turn === 'first' ? policy.firstReplyMinutes : policy.nextReplyMinutes
  const calmMinutes = minutes * (1 - (policy.warnAtShare ?? WARN_AT_SHARE))
  const chosen = policy.calendar === 'business' ? calendar : 'always'
  const dueAt = addBusinessMinutes(chosen, customerMessageAt, minutes)
  const warnAt = addBusinessMinutes(chosen, customerMessageAt, calmMinutes)
  if (dueAt !== 'never' && warnAt !== 'never') {
    return { dueAt, warnAt, clock: chosen === 'always' ? 'wall' : 'business' }
  }
  return {
    ...deadlineFor({ ...policy, calendar: 'always' }, 'always', customerMessageAt, turn),
    clock: 'wall-because-never-open',
  }
}
