import type { Instant } from '#core/time.ts'
import type { Step } from './approvers.ts'

/** `voided`: its words were taken back, after they were approved or by a reader before; what is sent in their place is read anew. */
export const APPROVAL_STATUSES = ['waiting', 'approved', 'returned', 'withdrawn', 'voided'] as const
export type ApprovalStatus = (typeof APPROVAL_STATUSES)[number]

/** A reply that waits for a second person: what a replay of its events gives (V1, V2). */
export type ApprovalState = {
  readonly status: ApprovalStatus
  readonly writerId: string
  readonly needed: 1 | 2
  /** Who approved the words as they stand now. */
  readonly given: readonly string[]
  /** Counts the wordings: an approver says which one they have read. */
  readonly wording: number
  /** An approver changed the writer's words. */
  readonly edited: boolean
  readonly askedAt: Instant
  /** The clock runs from here; later than `askedAt` once a holding answer has gone out. */
  readonly countedFrom: Instant
  readonly dueAt: Instant
  /** The deadline that a holding answer met; the clock follows later ones alone. */
  readonly metBy?: Instant
  /** Whether a customer waits until then. */
  readonly owed: boolean
  readonly escalateAt: number
  readonly step: Step
  readonly askedOf: readonly string[]
  readonly holdingOffered: boolean
  readonly isLate: boolean
  readonly decidedBy: string | null
  readonly decidedAt: Instant | null
}

type Recorded = { readonly at: Instant; readonly by: string | null }

/** What happened to a request, append-only. Ids and codes only: the words live in its row. */
export type ApprovalEvent =
  | (Recorded & {
      readonly kind: 'approval.asked'
      readonly by: string
      readonly needed: 1 | 2
      readonly to: readonly string[]
      readonly dueAt: Instant
      readonly owed: boolean
      readonly escalateAt: number
    })
  /** One of two has approved. */
  | (Recorded & {
      readonly kind: 'approval.given'
      readonly by: string
      readonly edited: boolean
      readonly needed: 1 | 2
    })
  | (Recorded & {
      readonly kind: 'approval.approved'
      readonly by: string
      readonly edited: boolean
      readonly needed: 1 | 2
    })
  | (Recorded & { readonly kind: 'approval.returned'; readonly by: string })
  | (Recorded & { readonly kind: 'approval.withdrawn'; readonly by: string })
  | (Recorded & { readonly kind: 'approval.voided' })
  | (Recorded & { readonly kind: 'approval.escalated'; readonly step: Step; readonly to: readonly string[] })
  /** Somebody it was put to can no longer read it. */
  | (Recorded & {
      readonly kind: 'approval.passed-on'
      readonly from: readonly string[]
      readonly to: readonly string[]
    })
  /** The customer is owed an answer sooner than when this was asked. */
  | (Recorded & { readonly kind: 'approval.hastened'; readonly dueAt: Instant })
  | (Recorded & { readonly kind: 'approval.holding-offered' })
  /** A holding answer has gone out: the customer has been heard, and the clock begins anew. */
  | (Recorded & { readonly kind: 'approval.held-off'; readonly by: string; readonly dueAt: Instant })
  | (Recorded & { readonly kind: 'approval.late' })

export type ApprovalEventKind = ApprovalEvent['kind']
