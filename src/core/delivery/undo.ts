import { type Instant, SECOND_MS } from '#core/time.ts'
import type { Delivery, Priority } from './delivery.ts'

export const SHORTEST_UNDO_MS = 5 * SECOND_MS
export const LONGEST_UNDO_MS = 10 * SECOND_MS

/** Every reply can be taken back for five to ten seconds: breathe first (G3). */
export function heldUntil(now: Instant, undoMs: number): Instant {
  return now + Math.min(LONGEST_UNDO_MS, Math.max(SHORTEST_UNDO_MS, undoMs))
}

export type Leaving = {
  readonly id: string
  readonly conversationId: string
  readonly sequence: number
  readonly priority: Priority
  readonly now: Instant
  readonly undoMs: number
}

/** A reply that a member sends is held before it leaves; its intent is on record from the first moment (G3, G4). */
export function holdDelivery({ id, conversationId, sequence, priority, now, undoMs }: Leaving): Delivery {
  const readyAt = heldUntil(now, undoMs)
  return {
    id,
    conversationId,
    sequence,
    priority,
    state: 'held',
    readyAt,
    nextAt: readyAt,
    attempts: 0,
    ambiguous: 0,
    calledAt: null,
    lookedUpAt: null,
    keyUsedAt: null,
    doubtSince: null,
    absences: 0,
    unavailable: 0,
    lease: null,
    lastToken: 0,
    externalId: null,
    permalink: null,
    refusal: null,
  }
}
