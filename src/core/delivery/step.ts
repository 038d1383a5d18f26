import type { Instant } from '#core/time.ts'
import type { Delivery, DeliveryRefusal } from './delivery.ts'
import type { LookUpResult, SendingGuarantee, SendOutcome } from './guarantee.ts'
import type { DeliveryRules } from './rules.ts'

/** What the machine has just learnt about a delivery. */
export type DeliveryNews =
  /** Its `nextAt` has come and a worker took the lease; a lease that has run out before counts as a crash. */
  | { readonly kind: 'due' }
  | { readonly kind: 'outcome'; readonly outcome: SendOutcome }
  | { readonly kind: 'looked-up'; readonly result: LookUpResult }

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

/** The only moves a delivery can make. */
export type DeliveryStep =
  /** Not due yet: the row stays as it is. */
  | { readonly step: 'wait'; readonly until: Instant }
  /** Commit the row, then call the network once, with the key or id derived from the delivery's id. */
  | { readonly step: 'send' }
  /** Commit the row, then read back. */
  | { readonly step: 'look-up' }
  /** The undo time is over. */
  | { readonly step: 'queue'; readonly at: Instant }
  | { readonly step: 'send-again-at'; readonly at: Instant; readonly doubt: 'kept' | 'cleared' }
  | { readonly step: 'look-up-at'; readonly at: Instant; readonly refusal?: DeliveryRefusal }
  | { readonly step: 'mark-sent'; readonly proof: Proof }
  | ({ readonly step: 'mark-refused' } & DeliveryRefusal)
  /** "À vérifier": it is published, or send again. */
  | { readonly step: 'ask-to-check'; readonly why: CheckReason }
  /** Too late to leave without asking: send now, or drop. */
  | { readonly step: 'ask-if-still-wanted'; readonly lateMinutes: number }
  /** A person lets it go again. */
  | { readonly step: 'let-go'; readonly at: Instant }
  | { readonly step: 'cancel' }
  /** Nothing left to do: the row stays as it is. */
  | { readonly step: 'none' }

/** A move, and the row as it must be written in the same transaction, before anything is called. */
export type Move = { readonly step: DeliveryStep; readonly delivery: Delivery }

/** All that a decision rests on. */
export type Situation = {
  readonly guarantee: SendingGuarantee
  readonly rules: DeliveryRules
  readonly now: Instant
  /** Between 0 and 1, for the jitter. */
  readonly random: number
}
