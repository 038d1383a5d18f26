import { useQuery } from '@tanstack/react-query'
import { api, codeOf } from '../api.ts'
import { queries, queryClient } from '../query.ts'
import { ask } from '../ui/dialogs.ts'
import { sayDone, sayTrouble } from '../undo.ts'
import { speaking } from '../words/words.ts'

/** The stop that holds now, or null: the brand speaks. */
export const useStop = () => useQuery(queries.speech()).data?.stopped ?? null

const run = async (deed: () => Promise<unknown>, done: string): Promise<void> => {
  try {
    await deed()
    sayDone(done)
  } catch (error) {
    sayTrouble(speaking().w.refused(codeOf(error)))
  } finally {
    await queryClient.invalidateQueries({ queryKey: queries.speech().queryKey })
  }
}

/** One press and one confirmation: nothing more leaves under the brand's name. */
export const stopSpeech = async (): Promise<void> => {
  const { w } = speaking()
  const sure = await ask({
    kind: 'confirm',
    title: w.access.stopTitle,
    text: w.access.stopText,
    yes: w.access.stopYes,
    danger: true,
  })
  if (sure !== null) await run(() => api.stopSpeech(), w.access.stopped)
}

export const releaseSpeech = async (waiting: number, lateMinutes: number): Promise<void> => {
  const { w } = speaking()
  const text = w.access.releaseText(waiting, lateMinutes)
  const sure = await ask({ kind: 'confirm', title: w.access.releaseTitle, text, yes: w.access.releaseYes })
  if (sure !== null) await run(() => api.releaseSpeech(), w.access.released)
}
