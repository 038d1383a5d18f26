import type { BusinessCalendar } from '#core/sla/calendar.ts'
import type { Instant } from '#core/time.ts'

export type Audience = 'public' | 'private'

export type PrivateHow = 'private-reply' | 'direct-message' | 'same-thread'

/** What a connector declares about private messages on its network (P2). */
export type PrivateCapability =
  | { readonly privateWay: 'none' }
  | {
      /** `always`; `depends-on-person`: the connector must ask for each one; `after-first-contact`: they must write first. */
      readonly privateWay: 'always' | 'depends-on-person' | 'after-first-contact'
      readonly how: PrivateHow
      /** How long after the customer's public message the way stays open. */
      readonly publicWindowMinutes?: number
      /** How long after the customer's last private message the way stays open. */
      readonly privateWindowMinutes?: number
      /** Only one private message may go out for each public one until the customer answers it. */
      readonly oncePerMessage?: boolean
      /** The message may land among requests that the customer has not accepted. */
      readonly mayLandInRequests?: boolean
    }

/** What the connector learnt about this person, now. */
export type PersonFacts = {
  /** Null when the network was not asked, or did not answer. */
  readonly canReceive: boolean | null
  /** The network's reason, when it gave one. */
  readonly whyNot?: 'not-mutual' | 'recipient-closed' | 'blocked'
}

/** What the desk knows of the conversation. */
export type ConversationFacts = {
  readonly audience: Audience
  /** The customer's message that we answer. */
  readonly customerWroteAt: Instant
  readonly lastPrivateInAt: Instant | null
  /** Our last private message that answers the customer's public one. */
  readonly lastPrivateOutAt: Instant | null
}

/** A way of the brand's own, offered when the network carries nothing; listed by preference (P1). */
export type FallbackWay = {
  readonly kind: 'phone' | 'email' | 'form' | 'other'
  readonly value: string
  /** When somebody is there; a way without hours is always open. */
  readonly hours?: BusinessCalendar
}

export type WhyNotPrivate =
  | 'no-private-messages'
  | 'not-mutual'
  | 'recipient-closed'
  | 'must-write-first'
  | 'window-expired'
  | 'already-used'
  | 'blocked'
  | 'unknown'

export type PrivateCondition = 'only-one-message' | 'may-land-in-requests'

/** Whether a private message reaches this person, how, and what to offer otherwise (P1, P2). */
export type PrivateWay =
  | {
      readonly can: true
      readonly how: PrivateHow
      readonly conditions: readonly PrivateCondition[]
      readonly until: Instant | null
    }
  | { readonly can: false; readonly why: WhyNotPrivate; readonly offer: FallbackWay | null }
