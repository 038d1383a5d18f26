import type { Instant } from '#core/time.ts'

/**
 * Words to everybody that leave at an hour of their own (W1): `planned` until then, `asks` when they did not leave at their hour and a
 * person must say what becomes of them, `given` once they are a delivery, `taken-back` when somebody thought better of it.
 */
export const SCHEDULED_STATES = ['planned', 'asks', 'given', 'taken-back'] as const
export type ScheduledState = (typeof SCHEDULED_STATES)[number]

/** Why words did not leave at their hour, in the order in which they are looked for. */
export const WHYS = [
  /** The desk was down, or busy, past the hour. */
  'late',
  /** The brand's speech was stopped at the hour. */
  'speech-stopped',
  /** An incident was open at the hour, and is closed now. */
  'incident-over',
  /** Whoever wrote them has left, or may speak for the brand no more. */
  'writer',
  'second-factor',
  /** The account is not the one that was shown, or carries nothing now. */
  'account',
  /** Nobody has read them yet. */
  'not-read',
  /** The guard holds them in by what holds now. */
  'guard',
  /** More people must have read them than did. */
  'needs-reader',
  /** They touch an affair that their writer did not know of. */
  'unfortunate',
] as const
export type Why = (typeof WHYS)[number]

const FURTHEST_MS = 366 * 86_400_000

/** Words may be given any hour to come, within a year: what is further away nobody remembers having planned. */
export const mayPlan = (leavesAt: Instant, now: Instant): boolean => leavesAt > now && leavesAt <= now + FURTHEST_MS
