import type { Instant } from '#core/time.ts'
import type { Delivery, DeliveryState } from './delivery.ts'

type Queued = Pick<Delivery, 'id' | 'conversationId' | 'sequence' | 'priority' | 'state' | 'nextAt'>

/**
 * In one conversation our words keep their order: a delivery starts once every earlier one is sent, refused or cancelled.
 * One that a person must look at holds back the later ones, which may refer to it (G4, A1).
 */
export function blocksConversation(state: DeliveryState): boolean {
  switch (state) {
    case 'sent':
    case 'refused':
    case 'cancelled':
      return false
    case 'held':
    case 'queued':
    case 'sending':
    case 'unknown':
    case 'to-check':
    case 'stale':
      return true
  }
}

/** Whether an earlier delivery of the same conversation is unfinished (A1). */
export function isBlocked(delivery: Queued, others: readonly Queued[]): boolean {
  return others.some(
    (other) =>
      other.conversationId === delivery.conversationId &&
      other.sequence < delivery.sequence &&
      blocksConversation(other.state),
  )
}

/** Urgent before routine, then the one that has waited longest (A2); for sorting what is due. */
export function compareForClaim(a: Queued, b: Queued): number {
  if (a.priority !== b.priority) return a.priority === 'urgent' ? -1 : 1
  const [first, second] = [a.nextAt ?? Infinity, b.nextAt ?? Infinity]
  if (first !== second) return first < second ? -1 : 1
  if (a.sequence !== b.sequence) return a.sequence - b.sequence
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/** What a worker does next: of all that is due and not blocked, the first by `compareForClaim` (A1, A2). */
export function chooseNext<T extends Queued>(deliveries: readonly T[], now: Instant): T | null {
  const due = deliveries.filter(({ nextAt }) => nextAt !== null && nextAt <= now)
  return due.filter((delivery) => !isBlocked(delivery, deliveries)).sort(compareForClaim)[0] ?? null
}
