import type { notificationRoutes } from '#contract/notifications.ts'
import { addDevice } from '#server/actions/add-device.ts'
import { keepChoices } from '#server/actions/keep-choices.ts'
import { removeDevice } from '#server/actions/remove-device.ts'
import { readNotificationSettings } from '#server/queries/notification-settings.ts'
import { forActor, type Implementations } from '../implementation.ts'

export const makeNotificationRoutes = (mails: boolean): Implementations<typeof notificationRoutes> => ({
  readNotificationSettings: forActor((desk, actor) => readNotificationSettings(desk, actor, mails)),
  keepNotificationChoices: forActor(keepChoices),
  addNotificationDevice: forActor(addDevice),
  removeNotificationDevice: forActor(removeDevice),
})
