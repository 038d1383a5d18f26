/** A moment, as UTC epoch milliseconds. The core has no clock: every moment is an argument (A2). */
export type Instant = number

/** A calendar date without a zone, `YYYY-MM-DD`. */
export type PlainDate = string

export const SECOND_MS = 1_000
export const MINUTE_MS = 60_000
export const HOUR_MS = 3_600_000
export const DAY_MS = 86_400_000
