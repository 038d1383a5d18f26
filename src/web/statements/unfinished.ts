import type { InputOf } from '#contract/route.ts'
import type { statementRoutes } from '#contract/statements.ts'

export type Unfinished = InputOf<typeof statementRoutes.saveStatementDraft>
type Save = (draft: Unfinished) => Promise<unknown>

const AUTOSAVE_MS = 600

/** Unfinished words to everybody, on the server at each pause in typing, in the order in which they were typed (W1). */
export const createKeeper = (save: Save) => {
  let waiting: Unfinished | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> = Promise.resolve()
  /** Saves at once what is not saved; done when the server has it, or when the line was cut: then they wait for the next sign of life. */
  const flush = (by: Save = save): Promise<void> => {
    clearTimeout(timer)
    const draft = waiting
    waiting = null
    if (draft !== null)
      running = running
        .then(async () => void (await by(draft)))
        .catch(() => {
          waiting ??= draft
        })
    return running
  }
  return {
    flush,
    keep: (draft: Unfinished): void => {
      // Another page is another draft: what waits of the one before leaves first.
      if (waiting !== null && waiting.statementId !== draft.statementId) void flush()
      waiting = draft
      clearTimeout(timer)
      timer = setTimeout(() => void flush(), AUTOSAVE_MS)
    },
    /** The words are being published: nothing may put them back behind that. */
    drop: (): Promise<void> => {
      clearTimeout(timer)
      waiting = null
      return running
    },
  }
}
