import { recordEvents } from '#server/db/record-events.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND, type Refused } from '#server/desk.ts'

/** Somebody says « mine »: the first of two, and nobody is told any more (L4). */
export const takeAlert = (desk: Desk, actor: Actor, { id }: { id: string }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const alert = await trx.selectFrom('alerts').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
    if (alert === undefined) return NOT_FOUND
    if (alert.over_at !== null) return { refused: 'alert-over' } satisfies Refused
    if (alert.taken_by === actor.memberId) return { done: true } as const
    if (alert.taken_by !== null) return { refused: 'alert-taken' } satisfies Refused
    const at = desk.now()
    await trx
      .updateTable('alerts')
      .set({ taken_by: actor.memberId, taken_at: new Date(at), tell_at: null })
      .where('id', '=', id)
      .execute()
    await recordEvents(trx, actor.workspaceId, [
      {
        ...{ name: 'alert.taken', at, memberId: actor.memberId, data: { alertId: id } },
        ...(alert.account_id !== null && { accountId: alert.account_id }),
      },
    ])
    return { done: true } as const
  })
