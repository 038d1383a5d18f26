import { may } from '#server/access/permissions.ts'
import { recordEvents } from '#server/db/record-events.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND, type Refused } from '#server/desk.ts'

/** Back early, or not away after all: their own hours are theirs again at once (T1). */
export const endAbsence = (desk: Desk, actor: Actor, asked: { id: string }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const row = await trx
      .selectFrom('absences')
      .selectAll()
      .where('workspace_id', '=', actor.workspaceId)
      .where('id', '=', asked.id)
      .forUpdate()
      .executeTakeFirst()
    if (row === undefined) return NOT_FOUND
    if (row.member_id !== actor.memberId && !may(actor.role, 'rota.write'))
      return { refused: 'absence-not-yours' } satisfies Refused
    const at = desk.now()
    if (row.ended_at !== null || row.until_at.getTime() <= at) return { refused: 'absence-over' } satisfies Refused
    await trx
      .updateTable('absences')
      .set({ ended_at: new Date(at) })
      .where('id', '=', row.id)
      .execute()
    await recordEvents(trx, actor.workspaceId, [
      {
        ...{ name: 'absence.ended', at, memberId: actor.memberId },
        data: { absenceId: row.id, memberId: row.member_id },
      },
    ])
    return { done: true } as const
  })
