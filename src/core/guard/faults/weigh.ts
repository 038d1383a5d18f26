import type { Lexicon } from '../concepts/lexicon.ts'
import { decodeTable } from '../learned/linear.ts'
import { onceForEach } from '../reading/once.ts'
import type { PreparedDraft } from '../reading/prepare.ts'
import { disputeFeatures } from './dispute-features.ts'
import { type Fault, type FaultModel, faults } from './fault.ts'
import { type Features, featuresThrough, type Part, PLACES } from './features.ts'

/** How likely each fault is in one part of a draft, from 0 to 1. */
export type Weighed = { readonly part: Part; readonly likely: Readonly<Record<Fault, number>> }

const AT = Object.fromEntries(faults.map((fault, column) => [fault, column])) as Readonly<Record<Fault, number>>

/** The tables of all faults side by side: what is learned of one place lies together, and is read once for all of them. */
const unpack = (model: FaultModel): Float32Array => {
  const weights = new Float32Array(PLACES * faults.length)
  for (const fault of faults)
    decodeTable(model[fault]).forEach((weight, place) => {
      weights[place * faults.length + AT[fault]] = weight
    })
  return weights
}

/** Reads drafts with a model. */
export const weigher = (lexicon: Lexicon, model: FaultModel) => {
  const weights = unpack(model)
  const featuresOf = featuresThrough(lexicon)
  const weigh = (features: Features): Record<Fault, number> => {
    const sums = faults.map((fault) => model[fault].bias)
    features.forEach((value, place) => {
      const from = place * sums.length
      for (let column = 0; column < sums.length; column++)
        sums[column] = (sums[column] ?? 0) + (weights[from + column] ?? 0) * value
    })
    const likely = { ...AT }
    for (const fault of faults) likely[fault] = 1 / (1 + Math.exp(-(sums[AT[fault]] ?? 0)))
    return likely
  }
  return {
    sentences: onceForEach((draft: PreparedDraft): readonly Weighed[] =>
      draft.sentences.map((part) => ({ part, likely: weigh(featuresOf(draft, part)) })),
    ),
    dispute: onceForEach((draft: PreparedDraft): number => weigh(disputeFeatures(lexicon, draft)).P1),
    from: (fault: Fault): number => model[fault].from,
  }
}
export type Weigher = ReturnType<typeof weigher>
