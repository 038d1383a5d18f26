import { recordEvents } from '#server/db/record-events.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND } from '#server/desk.ts'

/** A subject is heard again; that it was muted, by whom and why stays on record (L2). */
export const endMute = (desk: Desk, actor: Actor, { id }: { id: string }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const mute = await trx.selectFrom('radar_mutes').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
    if (mute === undefined) return NOT_FOUND
    if (mute.ended_at !== null) return { done: true } as const
    const at = desk.now()
    await trx
      .updateTable('radar_mutes')
      .set({ ended_by: actor.memberId, ended_at: new Date(at) })
      .where('id', '=', id)
      .execute()
    await recordEvents(trx, actor.workspaceId, [
      { name: 'radar.unmuted', at, memberId: actor.memberId, data: { muteId: id } },
    ])
    return { done: true } as const
  })
