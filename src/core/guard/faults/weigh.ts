import type { Lexicon } from '../concepts/lexicon.ts'
import { decodeTable } from '../learned/linear.ts'
import { onceForEach } from '../reading/once.ts'
import type { PreparedDraft } from '../reading/prepare.ts'
import { disputeFeatures } from './dispute-features.ts'
import { type Fault, type FaultModel, faults } from './fault.ts'
import { BESIDE, type Features, featuresThrough, type Part, PLACES, TABLE } from './features.ts'

/** How likely each fault is in one part of a draft, from 0 to 1. */
export type Weighed = { readonly part: Part; readonly likely: Readonly<Record<Fault, number>> }

const COLUMN = Object.fromEntries(faults.map((fault, column) => [fault, column])) as Readonly<Record<Fault, number>>

/** The tables of all faults side by side: what is learned of one place lies together, and is read once for all of them. */
const unpack = (model: FaultModel): Float32Array => {
  const weights = new Float32Array(TABLE * faults.length)
  for (const fault of faults)
    decodeTable(model[fault]).forEach((weight, place) => {
      weights[place * faults.length + COLUMN[fault]] = weight
    })
  return weights
}

/** Reads drafts with a model. */
export const weigher = (lexicon: Lexicon, model: FaultModel) => {
  const weights = unpack(model)
  const featuresOf = featuresThrough(lexicon)
  const add = (sums: number[], features: Features | undefined, first: number, share: number): void =>
    features?.forEach((value, place) => {
      const from = (first + place) * sums.length
      for (let column = 0; column < sums.length; column++)
        sums[column] = (sums[column] ?? 0) + (weights[from + column] ?? 0) * value * share
    })
  const weigh = (own: Features, before?: Features, after?: Features): Record<Fault, number> => {
    const sums = faults.map((fault) => model[fault].bias)
    add(sums, own, 0, 1)
    add(sums, before, PLACES, BESIDE)
    add(sums, after, 2 * PLACES, BESIDE)
    const likely = { ...COLUMN }
    for (const fault of faults) likely[fault] = 1 / (1 + Math.exp(-(sums[COLUMN[fault]] ?? 0)))
    return likely
  }
  return {
    sentences: onceForEach((draft: PreparedDraft): readonly Weighed[] => {
      const features = draft.sentences.map((part) => featuresOf(draft, part))
      return draft.sentences.map((part, i) => ({
        part,
        likely: weigh(features[i] ?? new Map(), features[i - 1], features[i + 1]),
      }))
    }),
    dispute: onceForEach((draft: PreparedDraft): number => weigh(disputeFeatures(lexicon, draft)).P1),
    from: (fault: Fault): number => model[fault].from,
  }
}
export type Weigher = ReturnType<typeof weigher>
