import { HOUR_MS, type Instant } from '#core/time.ts'

export const CLOSING_CRITERIA = ['calm', 'none-late', 'nothing-unconfirmed', 'public-told', 'nobody-untold'] as const
export type ClosingCriterion = (typeof CLOSING_CRITERIA)[number]
export type Criterion = { readonly name: ClosingCriterion; readonly met: boolean }

/** So long mentions must have been as on any day. */
export const CALM_FOR_MS = HOUR_MS
/** Of the usual; a few more than nothing are still calm. */
const CALM_TIMES = 2
const CALM_FEW = 3

export type ClosingFacts = {
  readonly now: Instant
  /** Mentions of the incident in the last hour, and how many messages of all kinds are usual in one; null: no habit is known yet. */
  readonly lastHour: number
  readonly usualHour: number | null
  readonly declaredAt: Instant
  readonly late: number
  readonly unconfirmed: number
  readonly lastPublicAt: Instant | null
  /** Those on a list under way who are not told yet. */
  readonly untold: number
}

/**
 * What must hold before a cell is closed: calm, nobody late, nothing left open in what may be said, the public told, and everybody who was
 * to be told (C2, C3).
 */
export const readCriteria = (facts: ClosingFacts): Criterion[] => {
  const few = Math.max(CALM_FEW, CALM_TIMES * (facts.usualHour ?? 0))
  return [
    { name: 'calm', met: facts.now - facts.declaredAt >= CALM_FOR_MS && facts.lastHour <= few },
    { name: 'none-late', met: facts.late === 0 },
    { name: 'nothing-unconfirmed', met: facts.unconfirmed === 0 },
    { name: 'public-told', met: facts.lastPublicAt !== null },
    { name: 'nobody-untold', met: facts.untold === 0 },
  ]
}

/** Closed before its time, it needs a reason, and the reason is kept (C4). */
export const mayClose = (criteria: readonly Criterion[], reason: string | null): boolean =>
  criteria.every(({ met }) => met) || (reason !== null && reason.trim() !== '')
