import { recordEvents } from '#server/db/record-events.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND } from '#server/desk.ts'

/** Removes a label from every case, then the label itself. */
export const deleteLabel = (desk: Desk, actor: Actor, asked: { id: string }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    // From here on nobody puts it on a case.
    await trx.selectFrom('labels').select('id').where('id', '=', asked.id).forUpdate().execute()
    await trx.deleteFrom('case_labels').where('label_id', '=', asked.id).execute()
    const gone = await trx.deleteFrom('labels').where('id', '=', asked.id).returning('id').executeTakeFirst()
    if (gone === undefined) return NOT_FOUND
    await recordEvents(trx, actor.workspaceId, [
      { name: 'label.deleted', at: desk.now(), memberId: actor.memberId, data: { labelId: gone.id } },
    ])
    return { done: true } as const
  })
