import type { Instant } from '#core/time.ts'
import type { Closing } from './closing.ts'

/**
 * `open`: the customer waits for us. `waiting`: we have answered and wait for them. `resolved`: closed, with a reason.
 * `reopened`: it was closed and somebody waits for us again (A1).
 */
export const CASE_STATUSES = ['open', 'waiting', 'resolved', 'reopened'] as const
export type CaseStatus = (typeof CASE_STATUSES)[number]

/** One thing that somebody waits for us to answer. */
export type Unanswered = {
  /** The customer's message; null when a member reopened a case that had been answered. */
  readonly messageId: string | null
  /** Rank of receipt in the case: an answer covers the messages that its author had seen, and no later one. */
  readonly rank: number
  /** The network's timestamp, never later than the receipt. */
  readonly at: Instant
  readonly dueAt: Instant
  /** When it was due before it was found to be urgent. */
  readonly calmDueAt?: Instant
  /** Set for praise and thanks alone (A5): when it was due like any other message. */
  readonly plainDueAt?: Instant
}

/** Our work on a conversation: what a replay of its events gives (A1, A2, T1). */
export type CaseState = {
  readonly state: CaseStatus
  readonly ownerId: string | null
  /** The earliest deadline of what is unanswered; null when nobody waits for us. */
  readonly dueAt: Instant | null
  /** When the oldest unanswered customer message was written. */
  readonly unansweredSince: Instant | null
  readonly unanswered: readonly Unanswered[]
  /** Customer messages received so far; a draft records it as what its author had seen. */
  readonly received: number
  readonly snoozedUntil: Instant | null
  /** Null where the brand spoke first, and nobody has written yet. */
  readonly firstInAt: Instant | null
  readonly lastInAt: Instant | null
  readonly firstOutAt: Instant | null
  readonly lastOutAt: Instant | null
  /** Last time that the brand was seen answering outside the desk: what is older was under its eyes. */
  readonly lastOutsideAt: Instant | null
  /** What the last answer settled, in case it never arrives. */
  readonly lastSettled: { readonly sentAt: Instant; readonly at: Instant; readonly dueAt: Instant } | null
  /** The deadline that was missed, while the same customer still waits. */
  readonly breachedAt: Instant | null
  readonly closing: Closing | null
}

/** A case is in the thanks queue while everything that waits in it is praise or thanks; one complaint among them takes it out (A5, A1). */
export function isThanks({ unanswered }: Pick<CaseState, 'unanswered'>): boolean {
  return unanswered.length > 0 && unanswered.every(({ plainDueAt }) => plainDueAt !== undefined)
}
