import type { Lexicon } from '../concepts/lexicon.ts'
import { decodeTable } from '../learned/linear.ts'
import { onceForEach } from '../reading/once.ts'
import type { PreparedDraft } from '../reading/prepare.ts'
import { disputeFeatures } from './dispute-features.ts'
import { type Fault, type FaultModel, faults } from './fault.ts'
import { type Features, featuresThrough, type Part } from './features.ts'

/** How likely each fault is in one part of a draft, from 0 to 1. */
export type Weighed = { readonly part: Part; readonly likely: Readonly<Record<Fault, number>> }

const BY_SENTENCE = faults.filter((fault) => fault !== 'P1')

/** The places of a draft that are weighed: each sentence, and the whole for P1. */
export const partsOf = (draft: PreparedDraft): readonly Part[] => draft.sentences

export const wholeOf = (draft: PreparedDraft): Part => ({ start: 0, end: draft.folded.length, question: false })

/** A model with its tables unpacked: one column a fault, so that a place is read once for all. */
export const weigher = (lexicon: Lexicon, model: FaultModel) => {
  const tables = faults.map((fault) => decodeTable(model[fault]))
  const featuresOf = featuresThrough(lexicon)
  const likelihood = (fault: Fault, features: Features): number => {
    const table = tables[faults.indexOf(fault)]
    let sum = model[fault].bias
    if (table !== undefined) for (const [place, value] of features) sum += (table[place] ?? 0) * value
    return 1 / (1 + Math.exp(-sum))
  }
  const NONE = Object.fromEntries(faults.map((fault) => [fault, 0])) as Record<Fault, number>
  return {
    sentences: onceForEach((draft: PreparedDraft): readonly Weighed[] =>
      partsOf(draft).map((part) => {
        const features = featuresOf(draft, part)
        const likely = { ...NONE }
        for (const fault of BY_SENTENCE) likely[fault] = likelihood(fault, features)
        return { part, likely }
      }),
    ),
    dispute: onceForEach((draft: PreparedDraft): number => likelihood('P1', disputeFeatures(lexicon, draft))),
    from: (fault: Fault): number => model[fault].from,
  }
}
export type Weigher = ReturnType<typeof weigher>
