import type { SurgeWhy } from '#core/surge/reading.ts'
import { HOUR_MS, MINUTE_MS } from '#core/time.ts'

/** 1: followed closely; 2: crisis; 3: grave crisis. */
export const LEVELS = [1, 2, 3] as const
export type Level = (typeof LEVELS)[number]

/** How soon the public hears from the brand, and how often from then on: silence is what makes a crowd (C1, C3). */
export const PUBLIC_PACE: Readonly<Record<Level, { readonly firstMs: number; readonly everyMs: number }>> = {
  1: { firstMs: HOUR_MS, everyMs: 4 * HOUR_MS },
  2: { firstMs: 30 * MINUTE_MS, everyMs: HOUR_MS },
  3: { firstMs: 15 * MINUTE_MS, everyMs: 30 * MINUTE_MS },
}

const MANY_TIMES = 25
const FEW_TIMES = 5
const ANGRY = 0.7

/** The level that a surge proposes to whoever declares; they may say otherwise (C4). */
export const proposeLevel = (why: Pick<SurgeWhy, 'times' | 'negativeShare'> | null): Level => {
  if (why?.times == null) return 2
  if (why.times >= MANY_TIMES && (why.negativeShare ?? 0) >= ANGRY) return 3
  return why.times < FEW_TIMES ? 1 : 2
}
