import type { Prepared } from '#core/statement/prepared.ts'
import { recordEvents } from '#server/db/record-events.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import type { Actor, Desk, Refused } from '#server/desk.ts'
import { NOT_FOUND } from '#server/desk.ts'

export interface PreparedIn extends Prepared {
  id: string
  /** The version that was being edited; 0 for one that is new. */
  version: number
}

/** Keeps a statement for the day when it is needed (C4); a colleague's change meanwhile is not written over. */
export const keepPreparedStatement = (desk: Desk, actor: Actor, input: PreparedIn) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const at = desk.now()
    const row = await trx
      .selectFrom('prepared_statements')
      .selectAll()
      .where('id', '=', input.id)
      .forUpdate()
      .executeTakeFirst()
    if (row === undefined && input.version > 0) return NOT_FOUND
    if (row !== undefined && (row.version !== input.version || row.removed_at !== null))
      return { refused: 'edited-meanwhile' } satisfies Refused
    const kept = {
      ...{ title: input.title.trim(), moment: input.moment, wordings: JSON.stringify(input.wordings) },
      ...{ changed_at: new Date(at), changed_by: actor.memberId },
    }
    const version = (row?.version ?? 0) + 1
    if (row === undefined)
      await trx
        .insertInto('prepared_statements')
        .values({ id: input.id, workspace_id: actor.workspaceId, made_at: new Date(at), ...kept })
        .execute()
    else
      await trx
        .updateTable('prepared_statements')
        .set({ ...kept, version })
        .where('id', '=', row.id)
        .execute()
    await recordEvents(trx, actor.workspaceId, [
      { name: 'prepared-statement.kept', at, memberId: actor.memberId, data: { preparedId: input.id, version } },
    ])
    return { version }
  }).catch((error: unknown): Refused => {
    // An id that another brand has used already.
    if ((error as { constraint?: string }).constraint === 'prepared_statements_pkey')
      return { refused: 'edited-meanwhile' }
    throw error
  })
