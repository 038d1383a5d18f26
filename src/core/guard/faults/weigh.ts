import type { Lexicon } from '../concepts/lexicon.ts'
import { decodeTable } from '../learned/linear.ts'
import { onceForEach } from '../reading/once.ts'
import type { PreparedDraft } from '../reading/prepare.ts'
import { disputeFeatures } from './dispute-features.ts'
import { type Fault, type FaultModel, faults } from './fault.ts'
import { BESIDE, featuresThrough, type Part, PLACES, TABLE } from './features.ts'

/** How likely each fault is in one part of a draft, from 0 to 1. */
export type Weighed = { readonly part: Part; readonly likely: Readonly<Record<Fault, number>> }

const COLUMN = Object.fromEntries(faults.map((fault, column) => [fault, column])) as Readonly<Record<Fault, number>>

/** Where what is learned of a place stands: of the sentence itself, then of the one before it, then of the one after it. */
const OWN = 0
const BEFORE = faults.length
const AFTER = 2 * faults.length
const ROW = 3 * faults.length

/** The tables of all faults side by side: what is learned of one place lies together, and is read once for all of them. */
const unpack = (model: FaultModel): Float32Array => {
  const weights = new Float32Array(TABLE * faults.length)
  for (const fault of faults)
    decodeTable(model[fault]).forEach((weight, at) => {
      const beside = Math.floor(at / PLACES) * faults.length
      weights[(at % PLACES) * ROW + beside + COLUMN[fault]] = weight
    })
  return weights
}

const asLikely = (sums: Float64Array): Record<Fault, number> => {
  const likely = { ...COLUMN }
  for (const fault of faults) likely[fault] = 1 / (1 + Math.exp(-(sums[COLUMN[fault]] ?? 0)))
  return likely
}

/** Reads drafts with a model. */
export const weigher = (lexicon: Lexicon, model: FaultModel) => {
  const weights = unpack(model)
  const featuresOf = featuresThrough(lexicon)
  const start = (): Float64Array => Float64Array.from(faults, (fault) => model[fault].bias)
  const add = (sums: Float64Array | undefined, from: number, value: number): void => {
    if (sums === undefined) return
    for (let column = 0; column < faults.length; column++)
      sums[column] = (sums[column] ?? 0) + (weights[from + column] ?? 0) * value
  }
  return {
    sentences: onceForEach((draft: PreparedDraft): readonly Weighed[] => {
      const sums = draft.sentences.map(start)
      draft.sentences.forEach((part, i) => {
        for (const [place, value] of featuresOf(draft, part)) {
          add(sums[i], place * ROW + OWN, value)
          add(sums[i + 1], place * ROW + BEFORE, value * BESIDE)
          add(sums[i - 1], place * ROW + AFTER, value * BESIDE)
        }
      })
      return draft.sentences.map((part, i) => ({ part, likely: asLikely(sums[i] ?? start()) }))
    }),
    dispute: onceForEach((draft: PreparedDraft): number => {
      const sums = start()
      for (const [place, value] of disputeFeatures(lexicon, draft)) add(sums, place * ROW + OWN, value)
      return asLikely(sums).P1
    }),
    from: (fault: Fault): number => model[fault].from,
  }
}
export type Weigher = ReturnType<typeof weigher>
