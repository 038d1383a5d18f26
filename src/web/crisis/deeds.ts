import type { IncidentMatching } from '#contract/incidents.ts'
import { api, codeOf, workspaceId } from '../api.ts'
import { queries, queryClient } from '../query.ts'
import { sayDone, sayTrouble } from '../undo.ts'
import { speaking } from '../words/words.ts'
import { crisisWords } from './words.ts'

export const incidentKey = (id: string) => [workspaceId(), 'incident', id]

const readAgain = () =>
  Promise.all([
    queryClient.invalidateQueries({ queryKey: queries.incidents().queryKey }),
    queryClient.invalidateQueries({ queryKey: [workspaceId(), 'incident'] }),
    queryClient.invalidateQueries({ queryKey: queries.alerts().queryKey }),
  ])

/** Something done in the cell: said, and shown at once; false when the desk refused. */
export const deed = async (run: () => Promise<unknown>, done: string): Promise<boolean> => {
  try {
    await run()
    sayDone(done)
    return true
  } catch (error) {
    sayTrouble(speaking().w.refused(codeOf(error)))
    return false
  } finally {
    await readAgain()
  }
}

export type Declared = {
  readonly alertId?: string
  readonly title?: string
  readonly level?: 1 | 2 | 3
  readonly matching?: IncidentMatching
  readonly sinceAt?: number
}

/** Declares, and gives the cell to go to; null when the desk refused. */
export const declare = async (wished: Declared): Promise<string | null> => {
  const c = crisisWords()
  try {
    const { id, joined } = await api.declareIncident(wished)
    sayDone(joined ? c.joined : c.opened)
    return id
  } catch (error) {
    sayTrouble(speaking().w.refused(codeOf(error)))
    return null
  } finally {
    await readAgain()
  }
}
