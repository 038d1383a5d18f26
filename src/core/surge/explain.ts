import type { Measured } from './measure.ts'
import type { SurgeWhy } from './reading.ts'
import { heapOf } from './recent.ts'
import { countOf } from './root.ts'
import type { Series } from './series.ts'
import type { SurgeSettings } from './settings.ts'

/** Of fewer than this, a multiple says nothing. */
const LEAST_USUAL = 0.5

/** Says what was counted and what is usual, over the span that surprises more: plain figures that anyone can check (L3). */
export const explainSurge = (series: Series, measured: Measured, s: SurgeSettings): SurgeWhy => {
  const isSudden = measured.bucketSurprise >= measured.spanSurprise
  const heap = isSudden ? heapOf(measured.recent.slice(-1)) : measured.span
  const pace = isSudden ? series.inBucket : series.inSpan
  const usual = pace.known === 0 ? 0 : heap.buckets * countOf(pace.level + measured.lean, s.damping)
  return {
    overMs: heap.buckets * series.bucketMs,
    counted: heap.count,
    usual,
    times: usual < LEAST_USUAL ? null : heap.count / usual,
    ...measured.wall,
    negativeShare: heap.negativeShare,
  }
}
