import { HOUR_MS, type Instant, MINUTE_MS, SECOND_MS } from '#core/time.ts'
import type { Delivery } from './delivery.ts'

/** How patient the machine is. */
export type DeliveryRules = {
  /** Past this, a reply does not leave without a person's word. */
  readonly lateAfterMinutes: number
  /** A network that asks for more patience than this has said no. */
  readonly longestWaitMs: number
  /** So many calls in doubt and no more. */
  readonly maxAmbiguous: number
  /** So many look-ups in a row without an answer and no more. */
  readonly maxUnavailable: number
  readonly backoffFirstMs: number
  readonly backoffLongestMs: number
  /** The longest that one call may take; shorter than the lease. */
  readonly callTimeoutMs: number
  /** A request that we gave up on may still land so much later. */
  readonly landingMs: number
}

export const DELIVERY_RULES: DeliveryRules = {
  lateAfterMinutes: 30,
  longestWaitMs: 6 * HOUR_MS,
  maxAmbiguous: 5,
  maxUnavailable: 12,
  backoffFirstMs: 2 * SECOND_MS,
  backoffLongestMs: 5 * MINUTE_MS,
  callTimeoutMs: 20 * SECOND_MS,
  landingMs: MINUTE_MS,
}

/** Each failure doubles the wait, and chance (`random` in 0…1) spreads those who failed together (A1). */
export function backOff(rules: DeliveryRules, failures: number, random: number): number {
  const longest = Math.min(rules.backoffLongestMs, rules.backoffFirstMs * 2 ** Math.min(30, Math.max(0, failures - 1)))
  return Math.round(longest * (0.5 + random / 2))
}

/** A stopped desk does not speak late by surprise: past N minutes it asks, because the customer may have moved on (A2, C3). */
export function isLate(delivery: Delivery, now: Instant, lateAfterMinutes: number): boolean {
  return now - delivery.readyAt > lateAfterMinutes * MINUTE_MS
}
