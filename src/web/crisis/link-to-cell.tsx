import type { CaseView } from '#contract/case-view.ts'
import { api, codeOf } from '../api.ts'
import { Block } from '../case/side.tsx'
import { useCommand } from '../keys/registry.ts'
import { queries, queryClient } from '../query.ts'
import { Button } from '../ui/button.tsx'
import { ask } from '../ui/dialogs.ts'
import { sayDone, sayTrouble } from '../undo.ts'
import { speaking } from '../words/words.ts'
import { incidentKey } from './deeds.ts'
import { crisisWords, useCrisisWords } from './words.ts'

type Cell = { readonly id: string; readonly title: string }

/** Says that a case belongs to an incident or is about something else, with the way back (C3). */
export const setLinked = async (caseId: string, cell: Cell, isLinked: boolean): Promise<void> => {
  const c = crisisWords()
  const input = { id: cell.id, caseId }
  try {
    await (isLinked ? api.linkCase(input) : api.unlinkCase(input))
    sayDone(isLinked ? c.linked : c.unlinked, () => void setLinked(caseId, cell, !isLinked))
  } catch (error) {
    sayTrouble(speaking().w.refused(codeOf(error)))
  }
  await queryClient.invalidateQueries({ queryKey: queries.incidents().queryKey })
  await queryClient.invalidateQueries({ queryKey: incidentKey(cell.id) })
  await queryClient.invalidateQueries({ queryKey: queries.case(caseId).queryKey })
}

/** Beside a case that no word has linked by itself: it belongs to an open incident all the same (C3). */
export function LinkToCell({ view, cells }: { view: CaseView; cells: readonly Cell[] }) {
  const c = useCrisisWords()
  const [only] = cells
  const link = async () => {
    const options = cells.map(({ id, title }) => ({ id, text: title }))
    const picked = cells.length === 1 ? only?.id : await ask({ kind: 'pick', title: c.whichIncident, options })
    const cell = cells.find(({ id }) => id === picked)
    if (cell !== undefined) await setLinked(view.id, cell, true)
  }
  useCommand('linkIncident', () => void link())
  return (
    <Block title={c.incident}>
      <Button small command="linkIncident" onPress={() => void link()}>
        {only !== undefined && cells.length === 1 ? c.linkTo(only.title) : c.link}
      </Button>
    </Block>
  )
}
