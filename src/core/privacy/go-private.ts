import { isOpen } from '#core/sla/business-time.ts'
import { type Instant, MINUTE_MS } from '#core/time.ts'
import type {
  Audience,
  ConversationFacts,
  FallbackWay,
  PersonFacts,
  PrivateCapability,
  PrivateCondition,
  PrivateWay,
  WhyNotPrivate,
} from './private-way.ts'

type Carrying = Exclude<PrivateCapability, { privateWay: 'none' }>
type Reach = Extract<PrivateWay, { can: true }> | WhyNotPrivate

/** A private conversation is only ever answered privately; a public one either way (P1, P2, G2). */
export function allowedAudiences(audience: Audience): readonly Audience[] {
  return audience === 'private' ? ['private'] : ['public', 'private']
}

/** The brand's own way in the order that it prefers, one where somebody is there now if there is one (P1, P2). */
export function chooseFallback(ways: readonly FallbackWay[], now: Instant): FallbackWay | null {
  return ways.find(({ hours }) => hours === undefined || isOpen(hours, now)) ?? ways[0] ?? null
}

function closesAt(from: Instant, minutes: number | undefined): Instant | null {
  return minutes === undefined ? null : from + minutes * MINUTE_MS
}

function reachPrivately(capability: Carrying, conversation: ConversationFacts, now: Instant): Reach | null {
  const isPrivate = conversation.audience === 'private'
  const lastInAt = conversation.lastPrivateInAt ?? (isPrivate ? conversation.customerWroteAt : null)
  if (lastInAt === null) return null
  const until = closesAt(lastInAt, capability.privateWindowMinutes)
  if (until !== null && now >= until) return null
  return { can: true, how: isPrivate ? 'same-thread' : capability.how, conditions: [], until }
}

function reachFromPublic(capability: Carrying, conversation: ConversationFacts, now: Instant): Reach {
  const { customerWroteAt, lastPrivateInAt, lastPrivateOutAt } = conversation
  const until = closesAt(customerWroteAt, capability.publicWindowMinutes)
  if (until !== null && now >= until) return 'window-expired'
  const { oncePerMessage = false, mayLandInRequests = false } = capability
  if (oncePerMessage && lastPrivateOutAt !== null && lastPrivateOutAt >= customerWroteAt) return 'already-used'
  const conditions: PrivateCondition[] = []
  if (oncePerMessage) conditions.push('only-one-message')
  if (mayLandInRequests && lastPrivateInAt === null) conditions.push('may-land-in-requests')
  return { can: true, how: capability.how, conditions, until }
}

function reach(
  capability: PrivateCapability,
  person: PersonFacts,
  conversation: ConversationFacts,
  now: Instant,
): Reach {
  const isPrivate = conversation.audience === 'private'
  if (person.canReceive === false) return person.whyNot ?? 'unknown'
  // What came in private can be answered where it came in, even by a network that starts no private conversation.
  if (capability.privateWay === 'none') {
    return isPrivate ? { can: true, how: 'same-thread', conditions: [], until: null } : 'no-private-messages'
  }
  const open = reachPrivately(capability, conversation, now)
  if (open) return open
  if (isPrivate) return 'window-expired'
  switch (capability.privateWay) {
    case 'after-first-contact':
      return conversation.lastPrivateInAt === null ? 'must-write-first' : 'window-expired'
    case 'depends-on-person':
      // Not to know is not to be able: what may not arrive is not promised in public.
      return person.canReceive === null ? 'unknown' : reachFromPublic(capability, conversation, now)
    case 'always':
      return reachFromPublic(capability, conversation, now)
  }
}

/**
 * Before anyone types: can a private message reach this person on this network, how and until when; and if not, why, and
 * what the brand offers instead. A way that would not arrive is never proposed (P1, P2).
 */
export function choosePrivateWay(
  capability: PrivateCapability,
  person: PersonFacts,
  conversation: ConversationFacts,
  fallbackWays: readonly FallbackWay[],
  now: Instant,
): PrivateWay {
  const reached = reach(capability, person, conversation, now)
  if (typeof reached === 'object') return reached
  return { can: false, why: reached, offer: chooseFallback(fallbackWays, now) }
}
