import type { Lexicon } from '../concepts/lexicon.ts'
import { decodeTable } from '../learned/linear.ts'
import { decodeRows } from '../learned/net-letters.ts'
import { onceForEach } from '../reading/once.ts'
import type { PreparedDraft } from '../reading/prepare.ts'
import { disputeFeatures } from './dispute-features.ts'
import { type Fault, type FaultModel, faults, type Net, sentenceFaults } from './fault.ts'
import { featuresThrough, type Part } from './features.ts'
import { type Features, PLACES } from './places.ts'

/** How likely each fault is in one part of a draft, from 0 to 1. */
export type Weighed = { readonly part: Part; readonly likely: Readonly<Record<Fault, number>> }

const likelihood = (sum: number): number => 1 / (1 + Math.exp(-sum))
const NOT_AT_ALL = Object.fromEntries(faults.map((fault) => [fault, 0])) as Readonly<Record<Fault, number>>

/** A sentence, the one before it and the one after it. */
const BESIDE = [0, -1, 1] as const

/** The signs of a sentence in two rows, as every net reads them. */
type Flat = { readonly places: Int32Array; readonly values: Float64Array }
const flat = (features: Features): Flat => {
  const places = new Int32Array(features.size)
  const values = new Float64Array(features.size)
  let i = 0
  features.forEach((value, place) => {
    places[i] = place
    values[i++] = value
  })
  return { places, values }
}

/** Reads the sentences of a draft one after the other, then each with those beside it; what the nets say on average counts. */
const netsReader = (nets: readonly Net[]) => {
  const { rowOf, width, squares, units } = decodeRows(nets, PLACES)
  const outwards = nets.map(({ out }) => Float32Array.from(out))
  const sum = (sums: Float64Array, { places, values }: Flat): Float64Array => {
    for (let i = 0; i < places.length; i++) {
      const from = (rowOf[places[i] ?? 0] ?? 0) * width
      if (from === 0) continue
      const value = values[i] ?? 0
      for (let j = 0; j < width; j++) sums[j] = (sums[j] ?? 0) + (squares[from + j] ?? 0) * value
    }
    return sums
  }
  /** What each net keeps of a sentence, one net behind the other. */
  const gistOf = (sums: Float64Array): Float64Array => {
    let at = 0
    for (const [n, { bias }] of nets.entries())
      for (const alone of bias) {
        sums[at] = Math.tanh(alone + (sums[at] ?? 0) * (units[n] ?? 0))
        at++
      }
    return sums
  }
  return (shared: Flat, sentences: readonly Flat[]): readonly (readonly number[])[] => {
    const common = sum(new Float64Array(width), shared)
    const gists = sentences.map((own) => gistOf(sum(common.slice(), own)))
    return gists.map((_, i) =>
      sentenceFaults.map((_, k) => {
        let said = 0
        let before = 0
        for (const [n, { hidden, outBias }] of nets.entries()) {
          const out = outwards[n] ?? new Float32Array()
          said += outBias[k] ?? 0
          for (const [q, beside] of BESIDE.entries()) {
            const read = gists[i + beside]
            if (read === undefined) continue
            const from = (k * BESIDE.length + q) * hidden
            for (let j = 0; j < hidden; j++) said += (out[from + j] ?? 0) * (read[before + j] ?? 0)
          }
          before += hidden
        }
        return said / Math.max(1, nets.length)
      }),
    )
  }
}

/** Reads drafts with a model. */
export const weigher = (lexicon: Lexicon, { nets, dispute, from }: FaultModel) => {
  const read = netsReader(nets)
  const disputeTable = decodeTable(dispute)
  const { shared, own } = featuresThrough(lexicon)
  return {
    sentences: onceForEach((draft: PreparedDraft): readonly Weighed[] => {
      const sums = read(
        flat(shared(draft)),
        draft.sentences.map((part) => flat(own(draft, part))),
      )
      return draft.sentences.map((part, i) => {
        const likely = { ...NOT_AT_ALL }
        for (const [k, fault] of sentenceFaults.entries()) likely[fault] = likelihood(sums[i]?.[k] ?? 0)
        // What is likelier said of a competitor is not said of one's own house.
        if (likely.G9 > likely.G6) likely.G6 = 0
        return { part, likely }
      })
    }),
    dispute: onceForEach((draft: PreparedDraft): number => {
      let sum = dispute.bias
      for (const [place, value] of disputeFeatures(lexicon, draft)) sum += (disputeTable[place] ?? 0) * value
      return likelihood(sum)
    }),
    from: (fault: Fault): number => from[fault],
  }
}
export type Weigher = ReturnType<typeof weigher>
