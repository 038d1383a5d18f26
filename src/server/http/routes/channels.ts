import type { channelRoutes } from '#contract/workspace.ts'
import { checkChannel } from '#server/actions/check-channel.ts'
import { connectChannel } from '#server/actions/connect-channel.ts'
import { disconnectChannel } from '#server/actions/disconnect-channel.ts'
import { readNotifications } from '#server/actions/read-notifications.ts'
import { reconnectChannel } from '#server/actions/reconnect-channel.ts'
import { replayReceipt } from '#server/actions/replay-receipt.ts'
import { updateChannel } from '#server/actions/update-channel.ts'
import { listChannels } from '#server/queries/channels.ts'
import { listConnectors } from '#server/queries/connectors.ts'
import { listNotifications } from '#server/queries/notifications.ts'
import { listQuarantine } from '#server/queries/quarantine.ts'
import { forActor, type Implementations } from '../implementation.ts'

export const makeChannelRoutes = (deskUrl: string): Implementations<typeof channelRoutes> => ({
  listConnectors: forActor(listConnectors),
  listChannels: forActor((desk, actor) => listChannels(desk, actor, deskUrl)),
  connectChannel: forActor(connectChannel),
  reconnectChannel: forActor(reconnectChannel),
  updateChannel: forActor(updateChannel),
  disconnectChannel: forActor(disconnectChannel),
  checkChannel: forActor(checkChannel),
  listQuarantine: forActor(listQuarantine),
  replayReceipt: forActor(replayReceipt),
  listNotifications: forActor(listNotifications),
  readNotifications: forActor(readNotifications),
})
