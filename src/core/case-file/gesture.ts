import type { GuardCharter } from '#core/guard/guard-charter.ts'

export const GESTURE_KINDS = ['voucher', 'discount', 'gift', 'refund-of-fees', 'other'] as const
export type GestureKind = (typeof GESTURE_KINDS)[number]

export const GESTURE_OBSTACLES = ['not-settled', 'none-allowed', 'over-the-cap', 'given-enough'] as const
export type GestureObstacle = (typeof GESTURE_OBSTACLES)[number]

/** The ledger keeps every line; what was noted by mistake and taken back weighs nothing in what was given (G8). */
export const netCents = (ledger: readonly { readonly amountCents: number; readonly reversed: boolean }[]): number =>
  ledger.reduce((sum, { amountCents, reversed }) => (reversed ? sum : sum + amountCents), 0)

type Weighed = {
  readonly amountCents: number
  readonly settled: boolean
  /** What this customer was given over the last twelve months. */
  readonly givenCents: number
  readonly goodwill: GuardCharter['goodwill']
}

/** A gesture comes once the problem is settled, within what the charter allows at once and for one customer in a year (G8). */
export const whyNoGesture = ({ amountCents, settled, givenCents, goodwill }: Weighed): GestureObstacle | null => {
  const { capCents, perYearCents } = goodwill
  if (capCents === null || perYearCents === null) return 'none-allowed'
  if (!settled) return 'not-settled'
  if (amountCents > capCents) return 'over-the-cap'
  return givenCents + amountCents > perYearCents ? 'given-enough' : null
}

/** What may still be given now to this customer, in cents (G8). */
export const gestureRoom = ({ settled, givenCents, goodwill }: Omit<Weighed, 'amountCents'>): number => {
  const { capCents, perYearCents } = goodwill
  if (!settled || capCents === null || perYearCents === null) return 0
  return Math.max(0, Math.min(capCents, perYearCents - givenCents))
}
