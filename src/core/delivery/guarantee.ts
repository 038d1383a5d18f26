import { type Instant, SECOND_MS } from '#core/time.ts'

/**
 * What a network lets us do after an ambiguous answer, declared by its connector (A1, G4):
 * - `own-id`: we choose the id of the post and can read it back, so the same id again never makes a second one;
 * - `idempotency-key`: the network drops a repeated key during `validMs`; with `lookUp`, the desk reads back before it
 *   trusts the key, because some servers ignore it;
 * - `look-up`: our recent posts can be read back;
 * - `none`: only a person can tell.
 * `settleMs` is the longest time from the start of a call until what it posted can be read back.
 */
export type SendingGuarantee =
  | { readonly kind: 'own-id'; readonly settleMs?: number }
  | { readonly kind: 'idempotency-key'; readonly validMs: number; readonly lookUp?: { readonly settleMs: number } }
  | { readonly kind: 'look-up'; readonly settleMs: number }
  | { readonly kind: 'none' }

/** What the connector will need to answer in this thread again; kept with the message. */
export type Meta = Readonly<Record<string, unknown>>

/** What came of one attempt, as the connector understood the network's answer. */
export type SendOutcome =
  /** The network returned the id of the post; also for a repeated id or key that it already had. */
  | { readonly kind: 'sent'; readonly externalId: string; readonly permalink?: string; readonly meta?: Meta }
  /** Certainly not posted by this call, and never will be as it stands; `reason` is a stable kebab-case code. */
  | { readonly kind: 'refused'; readonly reason: string; readonly detail: string; readonly permanent: true }
  /**
   * Certainly not posted by this call, try again: 429, a refused connection, a 503 before anything was written.
   * `wholeAccount` says that other deliveries of the account would fare no better before `retryAt`.
   */
  | {
      readonly kind: 'later'
      readonly retryAt?: Instant
      readonly reason: string
      readonly detail?: string
      readonly wholeAccount?: boolean
    }
  /** Perhaps posted: reset, timeout, 5xx or half an answer after the request was written. */
  | { readonly kind: 'ambiguous'; readonly detail: string }

/** What reading back said. The connector never returns a post that another delivery already owns. */
export type LookUpResult =
  | { readonly kind: 'found'; readonly externalId: string; readonly permalink?: string; readonly meta?: Meta }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unavailable'; readonly retryAt?: Instant; readonly detail?: string }

const OWN_ID_SETTLE_MS = 60 * SECOND_MS

/** How long to wait before believing that nothing is there; null where nobody but a person can look (G4). */
export function settleTime(guarantee: SendingGuarantee): number | null {
  switch (guarantee.kind) {
    case 'own-id':
      return guarantee.settleMs ?? OWN_ID_SETTLE_MS
    case 'idempotency-key':
      return guarantee.lookUp?.settleMs ?? null
    case 'look-up':
      return guarantee.settleMs
    case 'none':
      return null
  }
}
