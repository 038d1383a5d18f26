export type FuseState = 'calm' | 'soon' | 'late'

/** What a row shows of its deadline: the bar that burns down, and the parts of its sentence (A2). */
export type Fuse = {
  readonly state: FuseState
  /** 1 when the customer has just written, 0 at the deadline and after. */
  readonly shareLeft: number
  readonly minutesLeft: number
  readonly minutesLate: number
}
