import type { Because } from '#core/routing/choose-owner.ts'
import type { Instant } from '#core/time.ts'
import type { UrgentReason } from '#core/triage/labels.ts'
import type { ClosingReason } from './closing.ts'

type Recorded = {
  /** When the desk recorded it. */
  readonly at: Instant
  /** The member who did it; null for the public, the network and the desk itself. */
  readonly by: string | null
}

/** A customer's words, and when they must be answered; `dueAt` is null when the brand has already answered them outside. */
type Heard = { readonly messageId: string; readonly writtenAt: Instant; readonly dueAt: Instant | null }

/** What happened to a case, append-only; replayed by `applyCase` (A1, A2, D2). */
export type CaseEvent =
  | (Recorded & Heard & { readonly kind: 'case.opened'; readonly lastOutsideAt: Instant | null })
  /** The brand spoke first: nobody waits for us. */
  | (Recorded & { readonly kind: 'case.begun' })
  /** The customer wrote again on a case that was not closed. */
  | (Recorded & Heard & { readonly kind: 'case.customer-wrote' })
  /** The customer changed, in substance, words that we had answered. */
  | (Recorded & Heard & { readonly kind: 'case.customer-edited' })
  /** By the customer's words, which `messageId` names; by a member; or because an answer never arrived. */
  | (Recorded & {
      readonly kind: 'case.reopened'
      readonly cause: 'customer-wrote' | 'member' | 'undelivered'
      readonly messageId: string | null
      readonly writtenAt: Instant
      readonly dueAt: Instant
    })
  /** Delivered by the desk; covers the messages of rank up to `seen`. */
  | (Recorded & {
      readonly kind: 'case.answered'
      readonly sentAt: Instant
      readonly seen: number
      readonly lateMinutes: number
    })
  /** Published by our account outside the desk; covers the messages written before. */
  | (Recorded & { readonly kind: 'case.answered-outside'; readonly sentAt: Instant })
  | (Recorded & {
      readonly kind: 'case.resolved'
      readonly reason: ClosingReason
      readonly note: string | null
      /** True when criticism was closed without an answer: reports count it (D1). */
      readonly criticismUnanswered: boolean
    })
  | (Recorded & {
      readonly kind: 'case.assigned'
      readonly ownerId: string
      readonly previousOwnerId: string | null
      readonly because?: Because
    })
  | (Recorded & { readonly kind: 'case.unassigned'; readonly previousOwnerId: string })
  | (Recorded & {
      readonly kind: 'case.snoozed'
      readonly until: Instant
      /** Set when the member chose to sleep past the deadline. */
      readonly pastDeadlineBecause: string | null
    })
  | (Recorded & { readonly kind: 'case.woken'; readonly cause: 'time' | 'member' | 'customer-wrote' | 'undelivered' })
  /** The promise was shortened: these words cannot wait. The reasons are the desk's; a member who says so needs none. */
  | (Recorded & {
      readonly kind: 'case.hastened'
      readonly messageId: string
      readonly dueAt: Instant
      readonly reasons: readonly UrgentReason[]
    })
  /** The words can wait after all: the promise is again what it was. */
  | (Recorded & { readonly kind: 'case.eased'; readonly messageId: string; readonly dueAt: Instant })
  /** Praise or thanks and nothing else: owed in the softer time of the thanks queue. */
  | (Recorded & { readonly kind: 'case.thanked'; readonly messageId: string; readonly dueAt: Instant })
  /** More than thanks after all: owed again when it was. */
  | (Recorded & { readonly kind: 'case.not-thanks'; readonly messageId: string; readonly dueAt: Instant })
  | (Recorded & { readonly kind: 'case.breached'; readonly dueAt: Instant })

export type CaseEventKind = CaseEvent['kind']
