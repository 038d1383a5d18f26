import type { alertListRoutes } from '#contract/alert-lists.ts'
import { addAlertWay, stopAlertWay, tryAlertWay } from '#server/actions/alert-ways.ts'
import { keepAlertRecipients } from '#server/actions/keep-alert-recipients.ts'
import { readAlertLists } from '#server/queries/alert-lists.ts'
import { forActor, type Implementations } from '../implementation.ts'

export const alertLists: Implementations<typeof alertListRoutes> = {
  readAlertLists: forActor(readAlertLists),
  keepAlertRecipients: forActor(keepAlertRecipients),
  addAlertWay: forActor(addAlertWay),
  tryAlertWay: forActor(tryAlertWay),
  stopAlertWay: forActor(stopAlertWay),
}
