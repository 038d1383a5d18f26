/** What is learned from examples, by the code of the rule; P1 is read in the whole draft, the others sentence by sentence. */
export const faults = ['G1', 'G2', 'G3', 'G4', 'G5', 'G6', 'G7', 'G8', 'G9', 'A4', 'D2x', 'P1'] as const
export type Fault = (typeof faults)[number]

/** A logistic regression over places of one table, small enough for the browser. */
export type Head = {
  readonly bias: number
  /** From this likelihood on the fault is said. */
  readonly from: number
  /** One letter a place, see `encodeTable`; what the step between two neighbouring letters is worth. */
  readonly table: string
  readonly step: number
}
export type FaultModel = Readonly<Record<Fault, Head>>
