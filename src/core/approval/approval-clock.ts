import { HOUR_MS, type Instant, MINUTE_MS } from '#core/time.ts'

/** The hours of a request: each at or after the one when it was asked. */
export type ApprovalClock = {
  readonly standInAt: Instant
  readonly managerAt: Instant
  /** From here a safe holding answer is offered. */
  readonly holdingAt: Instant
}

/** Where no customer waits, a colleague does all the same. */
export const WITHOUT_DEADLINE_MS = 4 * HOUR_MS
const HOLDING_BEFORE_MS = 15 * MINUTE_MS
const HOLDING_SHARE = 0.25
const USUAL_SHARE = 0.4

const shareOf = (share: number): number => (share >= 0 && share <= 1 ? share : USUAL_SHARE)

/**
 * Validation never makes the public wait long (V2): the request moves on after a share of the time left until the customer's deadline, to
 * a manager after the same share of what then remains, and shortly before the end a holding answer is offered.
 */
export const clockOf = (asked: {
  readonly askedAt: Instant
  readonly dueAt: Instant
  readonly escalateAt: number
}): ApprovalClock => {
  const { askedAt, dueAt } = asked
  const share = shareOf(asked.escalateAt)
  const left = Math.max(0, dueAt - askedAt)
  const standInAt = askedAt + Math.round(left * share)
  const managerAt = standInAt + Math.round(Math.max(0, dueAt - standInAt) * share)
  const holdingAt = askedAt + left - Math.round(Math.min(HOLDING_BEFORE_MS, left * HOLDING_SHARE))
  return { standInAt, managerAt, holdingAt }
}
