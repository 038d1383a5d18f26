import { createContext, use } from 'react'

/** How the parts of the inbox move: open a case, go to the one after, go back to the list. */
export type Moves = {
  readonly open: (id: string | undefined) => void
  readonly step: (by: 1 | -1) => void
  /** The open case is done with: the next one takes its place. */
  readonly moveOn: (done: readonly string[]) => void
}

export const MovesContext = createContext<Moves>({
  open: () => undefined,
  step: () => undefined,
  moveOn: () => undefined,
})
export const useMoves = (): Moves => use(MovesContext)
