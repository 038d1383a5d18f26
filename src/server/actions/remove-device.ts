import { recordEvents } from '#server/db/record-events.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND } from '#server/desk.ts'

/** One's own device is told nothing more, not even what waits for it. */
export const removeDevice = (desk: Desk, actor: Actor, { id }: { id: string }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const removed = await trx
      .deleteFrom('notification_devices')
      .where('id', '=', id)
      .where('member_id', '=', actor.memberId)
      .returning('id')
      .executeTakeFirst()
    if (removed === undefined) return NOT_FOUND
    await recordEvents(trx, actor.workspaceId, [
      { name: 'device.removed', at: desk.now(), memberId: actor.memberId, data: { deviceId: id } },
    ])
    return { done: true as const }
  })
