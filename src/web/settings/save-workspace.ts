import type { WorkspaceView } from '#contract/workspace.ts'
import { api } from '../api.ts'
import { queries, queryClient } from '../query.ts'
import { sayDone } from '../undo.ts'
import { speaking } from '../words/words.ts'

/** Keeps a change of the brand's settings; the open screens follow. */
export const saveWorkspace = async (change: Partial<Omit<WorkspaceView, 'id'>>): Promise<void> => {
  const kept = await api.updateWorkspace(change)
  queryClient.setQueryData(queries.workspace().queryKey, kept)
  await queryClient.invalidateQueries({ queryKey: queries.session().queryKey })
  sayDone(speaking().w.settings.kept)
}
