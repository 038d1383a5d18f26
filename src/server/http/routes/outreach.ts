import type { outreachRoutes } from '#contract/outreach.ts'
import { importOrders } from '#server/actions/import-orders.ts'
import { moveOutreach, readOutreachWords } from '#server/actions/move-outreach.ts'
import { noteObjection } from '#server/actions/note-objection.ts'
import { prepareOutreach } from '#server/actions/prepare-outreach.ts'
import { readOutreach } from '#server/queries/outreach.ts'
import { readRejectedLines } from '#server/queries/rejected-lines.ts'
import { forActor, type Implementations } from '../implementation.ts'

export const outreach: Implementations<typeof outreachRoutes> = {
  readOutreach: forActor(readOutreach),
  importOrders: forActor(importOrders),
  readRejectedLines: forActor(readRejectedLines),
  prepareOutreach: forActor(prepareOutreach),
  moveOutreach: forActor(moveOutreach),
  readOutreachWords: forActor(readOutreachWords),
  noteObjection: forActor(noteObjection),
}
