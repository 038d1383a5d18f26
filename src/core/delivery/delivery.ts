import type { Instant } from '#core/time.ts'

/**
 * The life of a reply on its way out (A1, G4): `held` (can be undone), `queued`, `sending` (intent committed before the call),
 * `sent` (the network returned an id, or a person has seen it there), `refused` (certainly not there, final), `unknown`
 * (perhaps there, being looked up), `to-check` (a person must look), `stale` (a person must say whether it may still leave),
 * `cancelled`.
 */
export const DELIVERY_STATES = [
  'held',
  'queued',
  'sending',
  'sent',
  'refused',
  'unknown',
  'to-check',
  'stale',
  'cancelled',
] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]

export type Priority = 'urgent' | 'routine'

/** Who works on a delivery, until when; the token grows at each claim, and only its holder may write (fencing). */
export type Lease = { readonly token: number; readonly until: Instant }

/** What could not be sent, and why: a stable kebab-case code, and the network's own words. */
export type DeliveryRefusal = { readonly reason: string; readonly detail: string }

/** The part of a delivery's row that the machine reads and writes. Its key or own id derives from `id`, for ever. */
export type Delivery = {
  readonly id: string
  readonly conversationId: string
  /** Order among the deliveries of one conversation. */
  readonly sequence: number
  readonly priority: Priority
  readonly state: DeliveryState
  /** When it was meant to leave: the end of the undo time, or the moment when a person let it go again. */
  readonly readyAt: Instant
  /** When there is next something to do: send, look up, or take over from a dead worker. Null when it waits for a person. */
  readonly nextAt: Instant | null
  /** Calls made, all in all. */
  readonly attempts: number
  /** Calls that may have posted without our knowing, since it was last let go. */
  readonly ambiguous: number
  /** When the last call began. */
  readonly calledAt: Instant | null
  /** When the key was first used since it was last let go: its validity runs from there. */
  readonly keyUsedAt: Instant | null
  /** Since when an earlier call may have posted; null when there is no such doubt. */
  readonly doubtSince: Instant | null
  /** When the last look-up began: what it did not find may have become visible while it was answered. */
  readonly lookedUpAt: Instant | null
  /** Look-ups in a row that found nothing, since the last call. */
  readonly absences: number
  /** Look-ups in a row without an answer, with the one under way. */
  readonly unavailable: number
  readonly lease: Lease | null
  readonly lastToken: number
  readonly externalId: string | null
  readonly permalink: string | null
  /** In `unknown`: the refusal to conclude with, should the look-ups find nothing. */
  readonly refusal: DeliveryRefusal | null
}
