import type { Instant } from '#core/time.ts'
import type { Delivery, Lease } from './delivery.ts'
import type { SendOutcome } from './guarantee.ts'

/** One worker at a time: a claim takes the next token, so that whoever held the last one can write no more (A1). */
export function takeLease(delivery: Delivery, now: Instant, leaseMs: number): Delivery {
  const token = delivery.lastToken + 1
  return { ...delivery, lastToken: token, lease: { token, until: now + leaseMs } }
}

/** A worker that has lost its lease writes nothing, but the network's word that a post exists is true whoever brings it (G4). */
export function mayRecord(delivery: Delivery, token: number, outcome: SendOutcome): boolean {
  if (delivery.lease?.token === token) return true
  return outcome.kind === 'sent' && delivery.state !== 'sent'
}

/**
 * A call starts only if it must end within the lease: no frozen worker wakes up to post a second time. One that may not call
 * records `later` if it still can: nothing was posted (A1).
 */
export function mayCall(lease: Lease | null, token: number, now: Instant, callTimeoutMs: number): boolean {
  return lease !== null && lease.token === token && now + callTimeoutMs < lease.until
}
