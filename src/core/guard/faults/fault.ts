/** What is learned from examples, by the code of the rule; P1 is read in the whole draft, the others sentence by sentence. */
export const faults = ['G1', 'G2', 'G3', 'G4', 'G5', 'G6', 'G7', 'G8', 'G9', 'A4', 'D2x', 'P1'] as const
export type Fault = (typeof faults)[number]

/** What is read sentence by sentence, in the order in which the net says it. */
export const sentenceFaults = faults.filter((fault) => fault !== 'P1')

/** A logistic regression over places of one table, small enough for the browser. */
export type Head = {
  readonly bias: number
  /** One letter a place, see `encodeTable`; what the step between two neighbouring letters is worth. */
  readonly table: string
  readonly step: number
}

/** One reading of a sentence for all faults: what its places say together, seen with the sentences before and after it. */
export type Net = {
  readonly hidden: number
  /** The places of which something was learned, each as the way from the one before, and a row of letters for each, see `net-letters.ts`. */
  readonly places: string
  readonly table: string
  readonly most: number
  readonly bias: readonly number[]
  /** For each fault what the sentence itself says of it, then the one before, then the one after. */
  readonly out: readonly number[]
  readonly outBias: readonly number[]
}

/** The nets read sentences, and what they think on average counts; the regression reads whole exchanges (P1); from which likelihood on each fault is said. */
export type FaultModel = {
  readonly nets: readonly Net[]
  readonly dispute: Head
  readonly from: Readonly<Record<Fault, number>>
}
