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

/** The part of a delivery's row that the machine reads and writes. */
export type Delivery = {
  readonly id: string
  readonly conversationId: string
  /** Order among the deliveries of one conversation. */
  readonly sequence: number
  readonly priority: Priority
  readonly state: DeliveryState
  /** When it was meant to leave: the end of the undo time, or the moment when a person let it go again. */
  readonly readyAt: Instant
  /** When there is next something to do: send, or look up. Null when only a person can move it, or nobody. */
  readonly nextAt: Instant | null
  /** Calls started since it was last let go; the horizon and the count of attempts run from there. */
  readonly attempts: number
  /** When the present key or id was first used: its validity runs from there. */
  readonly keyUsedAt: Instant | null
  /** A new key is used once a person has said "send again"; part of what the connector derives the key or id from. */
  readonly keyNumber: number
  /** Since when an attempt may have posted without our knowing; null when there is no such doubt. */
  readonly doubtSince: Instant | null
  /** Look-ups in a row that found nothing, since the last attempt. */
  readonly absences: number
  /** Look-ups in a row that got no answer. */
  readonly unavailable: number
  readonly lease: Lease | null
  readonly lastToken: number
  readonly externalId: string | null
  readonly permalink: string | null
  readonly refusal: { readonly reason: string; readonly detail: string } | null
}
