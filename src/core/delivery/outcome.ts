/**
 * What a network said of one attempt to send. Only `sent` carries an id, and only an id makes a reply sent; `later` is certain not to
 * have been published (it never reached the network, or the network said « not now »); `ambiguous` may have been, and is looked up.
 */
export type SendOutcome =
  | { kind: 'sent'; externalId: string; permalink?: string; meta?: Record<string, unknown> }
  | { kind: 'refused'; reason: string; detail: string }
  | { kind: 'later'; reason: string; detail: string; retryAt?: number }
  | { kind: 'ambiguous'; detail: string }

/** What a look-up of one of our own sends found; `unavailable` says nothing either way and is asked again. */
export type LookUpResult =
  | { kind: 'found'; externalId: string; permalink?: string; meta?: Record<string, unknown> }
  | { kind: 'absent' }
  | { kind: 'unavailable'; detail: string; retryAt?: number }

/**
 * How a network lets us send once and only once: an id that we choose, a key that it remembers for a time, a look-up of our own
 * posts that is complete after `settleMs`, or nothing at all (then a person looks).
 */
export type SendingGuarantee =
  | { kind: 'own-id' }
  | { kind: 'idempotency-key'; validMs: number; settleMs: number }
  | { kind: 'look-up'; settleMs: number }
  | { kind: 'none' }
