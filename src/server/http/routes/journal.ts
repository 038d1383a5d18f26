import type { journalRoutes } from '#contract/journal.ts'
import { exportJournal } from '#server/actions/export-journal.ts'
import { readJournal } from '#server/queries/journal.ts'
import { forActor, type Implementations } from '../implementation.ts'

export const journal: Implementations<typeof journalRoutes> = {
  readJournal: forActor(readJournal),
  exportJournal: forActor(exportJournal),
}
