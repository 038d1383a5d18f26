import type { Temper } from './temper.ts'

/** How far past the promise people wait before they ask again, as a share of it. */
export const PATIENCE: Record<Temper, number> = {
  journalist: 1.01,
  hot: 1.03,
  troll: 1.05,
  worried: 1.1,
  sarcastic: 1.15,
  terse: 1.2,
  patient: 1.5,
  loyal: 1.8,
}
