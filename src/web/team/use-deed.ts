import { codeOf, workspaceId } from '../api.ts'
import { queryClient } from '../query.ts'
import { sayDone, sayTrouble } from '../undo.ts'
import { useWords } from '../words/words.ts'

export const readAgain = () => queryClient.invalidateQueries({ queryKey: [workspaceId(), 'rota'] })

/** Something done to the rota: said, and shown at once. */
export const useDeed = () => {
  const w = useWords()
  return async (run: () => Promise<unknown>, done: string): Promise<void> => {
    try {
      await run()
      sayDone(done)
    } catch (error) {
      sayTrouble(w.refused(codeOf(error)))
    } finally {
      await readAgain()
    }
  }
}
