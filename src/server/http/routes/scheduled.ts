import type { scheduledRoutes } from '#contract/scheduled.ts'
import { allowScheduled } from '#server/actions/allow-scheduled.ts'
import { letGoScheduled } from '#server/actions/let-go-scheduled.ts'
import { moveScheduled } from '#server/actions/move-scheduled.ts'
import { takeBackScheduled } from '#server/actions/take-back-scheduled.ts'
import { listScheduled } from '#server/queries/scheduled.ts'
import { forActor, type Implementations } from '../implementation.ts'

export const scheduled: Implementations<typeof scheduledRoutes> = {
  listScheduled: forActor(listScheduled),
  moveScheduled: forActor(moveScheduled),
  takeBackScheduled: forActor(takeBackScheduled),
  letGoScheduled: forActor(letGoScheduled),
  allowScheduled: forActor(allowScheduled),
}
