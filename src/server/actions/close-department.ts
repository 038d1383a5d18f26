import { recordEvents } from '#server/db/record-events.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND } from '#server/desk.ts'
import { lockRota } from '#server/rota/lock-rota.ts'

/** Takes a department out of the lists; what it was asked stays on file, and no rule sends a case to it any more (T3). */
export const closeDepartment = (desk: Desk, actor: Actor, { id }: { id: string }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    await lockRota(trx, actor.workspaceId)
    const at = desk.now()
    const { numUpdatedRows: closed } = await trx
      .updateTable('departments')
      .set({ closed_at: new Date(at) })
      .where('id', '=', id)
      .where('closed_at', 'is', null)
      .executeTakeFirstOrThrow()
    if (closed === 0n) return NOT_FOUND
    await trx.deleteFrom('department_people').where('department_id', '=', id).execute()
    await trx.deleteFrom('routing_rules').where('department_id', '=', id).execute()
    await recordEvents(trx, actor.workspaceId, [
      { name: 'department.closed', at, memberId: actor.memberId, data: { departmentId: id } },
    ])
    return { done: true } as const
  })
