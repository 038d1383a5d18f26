import { recordEvents } from '#server/db/record-events.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND } from '#server/desk.ts'

/** Takes hours out of the rota; what that leaves open is shown as a hole (T1). */
export const removeShift = (desk: Desk, actor: Actor, asked: { id: string }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const gone = await trx
      .deleteFrom('shifts')
      .where('workspace_id', '=', actor.workspaceId)
      .where('id', '=', asked.id)
      .returning(['member_id', 'duty', 'weekday', 'starts', 'ends'])
      .executeTakeFirst()
    if (gone === undefined) return NOT_FOUND
    const { member_id: memberId, duty, weekday, starts: from, ends: to } = gone
    await recordEvents(trx, actor.workspaceId, [
      {
        ...{ name: 'shift.removed', at: desk.now(), memberId: actor.memberId },
        data: { memberId, duty, weekday, from, to },
      },
    ])
    return { done: true } as const
  })
