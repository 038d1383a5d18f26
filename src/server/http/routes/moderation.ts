import type { moderationRoutes } from '#contract/moderation.ts'
import { askRemoval } from '#server/actions/ask-removal.ts'
import { checkMessage } from '#server/actions/check-message.ts'
import { confirmRemoval } from '#server/actions/confirm-removal.ts'
import { refuseRemoval, withdrawRemoval } from '#server/actions/refuse-removal.ts'
import { listChecks } from '#server/queries/checks.ts'
import { listRemovals, readEvidence } from '#server/queries/removals.ts'
import { forActor, type Implementations } from '../implementation.ts'

export const moderation: Implementations<typeof moderationRoutes> = {
  checkMessage: forActor(checkMessage),
  listChecks: forActor(listChecks),
  listRemovals: forActor(listRemovals),
  readEvidence: forActor(readEvidence),
  askRemoval: forActor(askRemoval),
  confirmRemoval: forActor(confirmRemoval),
  refuseRemoval: forActor(refuseRemoval),
  withdrawRemoval: forActor(withdrawRemoval),
}
