import type { inboxRoutes } from '#contract/inbox.ts'
import { changeCases } from '#server/actions/change-cases.ts'
import { deleteView, saveView } from '#server/actions/save-view.ts'
import { listAccounts } from '#server/queries/accounts.ts'
import { readHorizon } from '#server/queries/horizon.ts'
import { listInbox } from '#server/queries/inbox.ts'
import { listViews } from '#server/queries/views.ts'
import { forActor, type Implementations } from '../implementation.ts'

export const inbox: Implementations<typeof inboxRoutes> = {
  listInbox: forActor(listInbox),
  readHorizon: forActor(readHorizon),
  listAccounts: forActor(listAccounts),
  listViews: forActor(listViews),
  saveView: forActor(saveView),
  deleteView: forActor(deleteView),
  changeCases: forActor(changeCases),
}
