import type { Instant } from '#core/time.ts'

/** What a brand promises on one network: how soon a customer is answered, and on which clock (A2). */
export type SlaPolicy = {
  /** To the customer's first message of a case. */
  readonly firstReplyMinutes: number
  /** To each later message, once the brand has answered. */
  readonly nextReplyMinutes: number
  /** The fuse turns amber when this share of the time, or less, is left. */
  readonly warnAtShare?: number
  readonly calendar: 'always' | 'business'
}

/** Policies by connector key; the keys are data and mean nothing here (A2). */
export type SlaTable = { readonly byConnector: Readonly<Record<string, SlaPolicy>>; readonly otherwise: SlaPolicy }

/** Whether the customer waits for our first word on this case or for a later one. */
export type Turn = 'first' | 'next'

export type Deadline = {
  readonly dueAt: Instant
  /** When the fuse turns amber. */
  readonly warnAt: Instant
  /** The clock that was used: a calendar that never opens falls back to the wall clock, and the desk says so. */
  readonly clock: 'wall' | 'business' | 'wall-because-never-open'
}
