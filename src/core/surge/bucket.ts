import type { Instant } from '#core/time.ts'

/** The messages of one short stretch of time: five minutes, as a rule. */
export type Bucket = {
  /** When the stretch began. */
  readonly at: Instant
  /** How many messages the public wrote in it, so far; `null` when the feed was down: what nobody heard is not zero. */
  readonly count: number | null
  /** How many of them are negative, where somebody has read them. */
  readonly negative?: number
}
