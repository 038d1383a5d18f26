import type { Instant } from '#core/time.ts'

/**
 * What a network lets us do after an ambiguous answer, declared by its connector (A1, G4):
 * - `own-id`: we choose the id of the post, so the same id again can never make a second one;
 * - `idempotency-key`: the network drops a repeated key during `validMs`; with `lookUp`, the desk reads back before it
 *   trusts the key, because some servers ignore it;
 * - `look-up`: our recent posts can be read back, and are complete once `settleMs` has passed;
 * - `none`: only a person can tell.
 */
export type SendingGuarantee =
  | { readonly kind: 'own-id' }
  | { readonly kind: 'idempotency-key'; readonly validMs: number; readonly lookUp?: { readonly settleMs: number } }
  | { readonly kind: 'look-up'; readonly settleMs: number }
  | { readonly kind: 'none' }

/** What the connector will need to answer in this thread again; kept with the message. */
export type Meta = Readonly<Record<string, unknown>>

/** What came of one attempt, as the connector understood the network's answer. */
export type SendOutcome =
  /** The network returned the id of the post; also for a repeated id or key that it already had. */
  | { readonly kind: 'sent'; readonly externalId: string; readonly permalink?: string; readonly meta?: Meta }
  /** Certainly not posted, and never will be as it stands; `reason` is a stable kebab-case code. */
  | { readonly kind: 'refused'; readonly reason: string; readonly detail: string; readonly permanent: true }
  /** Certainly not posted, try again: 429, a refused connection, a 503 before anything was written. */
  | { readonly kind: 'later'; readonly retryAt?: Instant; readonly reason: string; readonly detail?: string }
  /** Perhaps posted: reset, timeout, 5xx or half an answer after the request was written. */
  | { readonly kind: 'ambiguous'; readonly detail: string }

/** What reading back said. The connector never returns a post that another delivery already owns. */
export type LookUpResult =
  | { readonly kind: 'found'; readonly externalId: string; readonly permalink?: string; readonly meta?: Meta }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unavailable'; readonly retryAt?: Instant; readonly detail?: string }
