import type { Instant } from '#core/time.ts'
import type { LookUpResult, SendOutcome } from './guarantee.ts'

/** What the machine has just learnt about a delivery. */
export type DeliveryNews =
  /** Its `nextAt` has come and a worker took it. */
  | { readonly kind: 'due' }
  | { readonly kind: 'outcome'; readonly outcome: SendOutcome }
  | { readonly kind: 'looked-up'; readonly result: LookUpResult }
  /** The worker died, or lost its lease: what it did is not known. */
  | { readonly kind: 'lease-expired' }

/** Why a person is asked, as a stable code. */
export type CheckReason =
  | 'cannot-be-looked-up'
  | 'look-up-gave-up'
  | 'key-expired'
  | 'gave-up-in-doubt'
  | 'late-in-doubt'

/** How it is known to be out there: the network's id, or a member who has looked (G4). */
export type Proof =
  | { readonly kind: 'network'; readonly externalId: string; readonly permalink?: string }
  | { readonly kind: 'member'; readonly memberId: string; readonly permalink?: string }

/** The only moves a delivery can make; the server does what the step says and writes `applyStep` in the same transaction. */
export type DeliveryStep =
  | { readonly step: 'wait'; readonly until: Instant }
  /** Call the network now, with the key or id derived from the delivery and `keyNumber`. */
  | { readonly step: 'send' }
  /** Read back now. */
  | { readonly step: 'look-up' }
  /** The undo time is over. */
  | { readonly step: 'queue'; readonly at: Instant }
  | {
      readonly step: 'send-again-at'
      readonly at: Instant
      readonly reason: string
      readonly doubt: 'kept' | 'cleared'
    }
  | { readonly step: 'look-up-at'; readonly at: Instant; readonly news: 'ambiguous' | 'absent' | 'unavailable' }
  | { readonly step: 'mark-sent'; readonly proof: Proof }
  | { readonly step: 'mark-refused'; readonly reason: string; readonly detail: string }
  /** "À vérifier": it is published, or send again. */
  | { readonly step: 'ask-to-check'; readonly why: CheckReason }
  /** Too late to leave without asking: send now, or drop. */
  | { readonly step: 'ask-if-still-wanted'; readonly lateMinutes: number }
  /** A person lets it go (again): a new key, a new count of attempts. */
  | { readonly step: 'let-go'; readonly at: Instant }
  | { readonly step: 'cancel' }
  /** Nothing left to do. */
  | { readonly step: 'none' }
