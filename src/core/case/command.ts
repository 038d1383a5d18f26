import type { Because } from '#core/routing/choose-owner.ts'
import type { BusinessCalendar } from '#core/sla/calendar.ts'
import type { SlaPolicy } from '#core/sla/policy.ts'
import type { Instant } from '#core/time.ts'
import type { UrgentReason } from '#core/triage/labels.ts'
import type { ClosingReason } from './closing.ts'
import type { CaseEvent } from './event.ts'

/** What may be asked of a case. Times in a command come from the network; `facts.now` is the desk's (A2). */
export type CaseCommand =
  /** `owed` is false for what a machine wrote (an auto-reply): it is shown, and nobody waits for an answer to it. */
  | {
      readonly kind: 'receive-message'
      readonly messageId: string
      readonly writtenAt: Instant
      readonly owed?: boolean
    }
  /** The brand speaks first; `awaits` says whether it hopes for an answer. */
  | { readonly kind: 'begin'; readonly awaits: boolean }
  /** What triage or a member says of a message that was received: it cannot wait, or it can after all. */
  | {
      readonly kind: 'weigh-urgency'
      readonly messageId: string
      readonly urgent: boolean
      readonly reasons: readonly UrgentReason[]
    }
  /** What triage or a member says of a message that was received: praise or thanks and nothing else, or more than that. */
  | { readonly kind: 'weigh-thanks'; readonly messageId: string; readonly thanks: boolean }
  /** `substantial` is false for a change of spaces, case or punctuation only. */
  | {
      readonly kind: 'edit-message'
      readonly messageId: string
      readonly editedAt: Instant
      readonly substantial: boolean
    }
  /** `seen` is the case's `received` when the reply was written; `thenResolve` is "send and close". */
  | { readonly kind: 'answer-sent'; readonly sentAt: Instant; readonly seen: number; readonly thenResolve?: boolean }
  | { readonly kind: 'answer-published-outside'; readonly sentAt: Instant }
  /** An answer that the network had accepted did not reach the customer after all; `sentAt` is that answer's. */
  | { readonly kind: 'answer-undelivered'; readonly sentAt: Instant }
  /** A note confirms a closing that the facts speak against. */
  | { readonly kind: 'resolve'; readonly reason: ClosingReason; readonly note?: string }
  | { readonly kind: 'reopen' }
  /** `takeOver` says that the member knows that a colleague owns it. */
  | {
      readonly kind: 'assign'
      readonly ownerId: string
      readonly takeOver?: boolean
      /** Why the desk itself gave it to them. */
      readonly because?: Because
    }
  | { readonly kind: 'unassign' }
  | { readonly kind: 'snooze'; readonly until: Instant; readonly pastDeadlineBecause?: string }
  | { readonly kind: 'wake' }
  /** The tick: has a deadline been missed, is a snooze over? */
  | { readonly kind: 'tick' }

/** What the shell read before asking. */
export type CaseFacts = {
  readonly now: Instant
  /** The member who asks; null for the network and the desk itself. */
  readonly by: string | null
  readonly policy: SlaPolicy
  readonly calendar: BusinessCalendar
  /** Triage or a member says that the unanswered words criticise the brand (D1). */
  readonly isCriticism?: boolean
  /** For a conversation without a case yet: our account's last post there that the desk did not send. */
  readonly lastOutsideAt?: Instant
}

export type CaseRefusal =
  | { readonly refused: 'no-such-case' }
  | { readonly refused: 'already-resolved' }
  | { readonly refused: 'not-resolved' }
  | { readonly refused: 'not-answered' }
  | { readonly refused: 'criticism-needs-an-answer' }
  | { readonly refused: 'note-needed' }
  | { readonly refused: 'already-owner' }
  | { readonly refused: 'owned-by-another'; readonly ownerId: string }
  | { readonly refused: 'no-owner' }
  | { readonly refused: 'snooze-in-the-past' }
  | { readonly refused: 'past-the-deadline'; readonly dueAt: Instant }
  | { readonly refused: 'not-snoozed' }

/** An empty list of events says that there was nothing to do. */
export type CaseDecision = { readonly events: readonly CaseEvent[] } | CaseRefusal
