import { recordEvents } from '#server/db/record-events.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND } from '#server/desk.ts'

/** Takes a prepared statement out of the library; what was published from it stays on record. */
export const removePreparedStatement = (desk: Desk, actor: Actor, input: { id: string }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const at = desk.now()
    const { numUpdatedRows } = await trx
      .updateTable('prepared_statements')
      .set({ removed_at: new Date(at), changed_by: actor.memberId, changed_at: new Date(at) })
      .where('id', '=', input.id)
      .where('removed_at', 'is', null)
      .executeTakeFirstOrThrow()
    if (numUpdatedRows === 0n) return NOT_FOUND
    await recordEvents(trx, actor.workspaceId, [
      { name: 'prepared-statement.removed', at, memberId: actor.memberId, data: { preparedId: input.id } },
    ])
    return { done: true } as const
  })
