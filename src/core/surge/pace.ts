import { shareOfNewest } from './forgetting.ts'
import type { SurgeSettings } from './settings.ts'

/** What is usual over one span, in roots: the level, how widely counts scatter around it, and from how many buckets that is known. */
export type Pace = { readonly level: number; readonly variance: number; readonly known: number }

const LEAST_VARIANCE = 1e-4

export const NO_PACE: Pace = { level: 0, variance: 1, known: 0 }

/** How far a root lies from what is usual now. Nothing is unusual before anything is known. */
export const deviationOf = (pace: Pace, root: number, lean: number): number =>
  pace.known === 0 ? 0 : root - pace.level - lean

/** The same in spreads: a count is surprising only against how much this brand's counts scatter anyway (L3). */
export const surpriseOf = (pace: Pace, root: number, lean: number): number =>
  deviationOf(pace, root, lean) / Math.sqrt(pace.variance)

/** From the most that counts in full on, only every doubling adds as much again: a flood can still grow, and fades from memory within days. */
export const dampSurprise = (surprise: number, { mostSurprise }: SurgeSettings): number =>
  surprise <= mostSurprise ? surprise : mostSurprise * (1 + Math.log2(surprise / mostSurprise))

/** A deviation teaches no more than the most that counts in full. */
export const boundedDeviation = (pace: Pace, root: number, lean: number, { mostSurprise }: SurgeSettings): number => {
  const most = mostSurprise * Math.sqrt(pace.variance)
  return Math.max(-most, Math.min(most, deviationOf(pace, root, lean)))
}

/** Level and scatter move towards what was counted, quickly at first and slowly later (L2). */
export const learnPace = (pace: Pace, root: number, lean: number, stepMs: number, s: SurgeSettings): Pace => {
  if (pace.known === 0) return { level: root, variance: 1, known: 1 }
  const deviation = boundedDeviation(pace, root, lean, s)
  const variance =
    pace.variance + shareOfNewest(stepMs, s.spreadHalfLifeMs, pace.known) * (deviation ** 2 - pace.variance)
  return {
    level: pace.level + shareOfNewest(stepMs, s.levelHalfLifeMs, pace.known) * deviation,
    variance: Math.max(LEAST_VARIANCE, variance),
    known: pace.known + 1,
  }
}
