import type { LengthLimit } from '#core/text/length.ts'
import type { Contested } from './contest.ts'
import type { GuardCharter } from './guard-charter.ts'
import type { MaySayLine } from './may-say.ts'

export type Language = 'fr' | 'en'

/** One line of the case file. Later lines correct earlier ones of the same kind. */
export type CaseFact = {
  /** refund, delivery, replacement, owner, incident, resolution…; an unknown kind proves nothing. */
  readonly kind: string
  readonly status: 'requested' | 'done' | 'cancelled'
  readonly proof?: string
}

/** A way out of the public eye that the desk knows about, in the order of preference (P1, P2). */
export type OfferedWay = {
  readonly kind: 'message' | 'phone' | 'email' | 'form' | 'other'
  /** Whether it reaches this person now. */
  readonly open: boolean
  /** The sentence that invites to it. */
  readonly wording: Readonly<Record<Language, string>>
}

/** All that the guard knows of one draft. */
export type GuardInput = {
  readonly text: string
  readonly audience: 'public' | 'private'
  readonly limit?: LengthLimit
  /** What the customer wrote since our last answer. */
  readonly incoming: string
  readonly isFirstAnswer: boolean
  /** Left out when nobody said: the guard then reads it from `incoming`. */
  readonly isOwnDispute?: boolean
  readonly facts: readonly CaseFact[]
  readonly settled: boolean
  /** Empty when the desk does not know. */
  readonly privateWays: readonly OfferedWay[]
  readonly customer: { readonly displayName?: string; readonly handle?: string }
  readonly brand: {
    readonly name: string
    readonly account: string
    readonly city?: string
    /** The accounts that were connected for this brand; left out where nobody knows, and then the account's own name must do. */
    readonly ownAccounts?: readonly string[]
  }
  readonly recentReplies: readonly string[]
  /** Left out: the brand has no charter yet. */
  readonly charter?: GuardCharter
  /** What this customer was given over the last twelve months, in cents (G8). */
  readonly givenCents?: number
  /** The account that was shown when the draft was begun, where it is not the brand's account of now (G5). */
  readonly begunAs?: string
  /** Findings that were contested in this case, and not rejected since. */
  readonly contested?: readonly Contested[]
  /** What the brand's crisis cells say may be said, and what not (C3); left out where none is open. */
  readonly maySay?: readonly MaySayLine[]
}
