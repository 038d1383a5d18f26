import type { Instant } from '#core/time.ts'

const MINUTE_MS = 60_000
const LEAST_NOTICE_MS = 10 * MINUTE_MS
const MOST_NOTICE_MS = 24 * 60 * MINUTE_MS

/** A word is brought back to mind with a fifth of its time left: never less than ten minutes, never more than a day (P4, T3). */
export const nearAt = (from: Instant, dueAt: Instant): Instant => {
  const notice = Math.min(MOST_NOTICE_MS, Math.max(LEAST_NOTICE_MS, (dueAt - from) / 5))
  return Math.max(from, Math.floor(dueAt - notice))
}

type Clock = {
  readonly nearAt: Instant
  readonly dueAt: Instant
  readonly nearTold: boolean
  readonly passedTold: boolean
}

/** What the clock says now of a word that is still owed: each thing once, and only the graver one when both are due. */
export const dueWord = (clock: Clock, now: Instant): 'near' | 'passed' | null => {
  if (now >= clock.dueAt) return clock.passedTold ? null : 'passed'
  return now >= clock.nearAt && !clock.nearTold ? 'near' : null
}
