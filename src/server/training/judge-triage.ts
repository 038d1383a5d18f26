import { type Likely, likelyOf } from '#core/triage/likely.ts'
import { unpackModel, weigh } from '#core/triage/model.ts'
import { learnTriage, type Read } from './learn-triage.ts'
import { stirrer } from './stir.ts'

export const TRIAGE_FOLDS = 5

/** Trades are dealt out whole: what is learned of one trade is judged on others. Rows of public sets, which name none, are dealt out in turn. */
export const triageFolds = (reads: readonly Read[]): readonly number[] => {
  const trades = [...new Set(reads.map(({ line }) => line.trade).filter((trade) => trade !== ''))].sort()
  stirrer(5)(trades)
  const fold = new Map(trades.map((trade, i) => [trade, i % TRIAGE_FOLDS]))
  return reads.map(({ line }, i) => fold.get(line.trade) ?? i % TRIAGE_FOLDS)
}

/** Each message weighed by a model that has not seen its trade. */
export const weighUnseen = (reads: readonly Read[]): readonly Likely[] => {
  const folds = triageFolds(reads)
  const scales = Array.from({ length: TRIAGE_FOLDS }, (_, fold) =>
    unpackModel(learnTriage(reads.filter((_, i) => folds[i] !== fold))),
  )
  return reads.map((read, i) => {
    const scale = scales[folds[i] ?? 0]
    if (scale === undefined) throw new Error('There is no model for this trade.')
    return likelyOf(scale, weigh(scale, read.features))
  })
}
