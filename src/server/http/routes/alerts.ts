import type { alertRoutes } from '#contract/alerts.ts'
import { takeAlert } from '#server/actions/take-alert.ts'
import { readAlerts } from '#server/queries/alerts.ts'
import { forActor, type Implementations } from '../implementation.ts'

export const alerts: Implementations<typeof alertRoutes> = {
  readAlerts: forActor(readAlerts),
  takeAlert: forActor(takeAlert),
}
