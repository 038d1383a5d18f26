import { recordDeed } from '#server/case-file/record.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND, type Refused } from '#server/desk.ts'
import { lockRemoval } from './confirm-removal.ts'

/** The second person says no, and why: the message stays, and is answered (D1, A6). */
export const refuseRemoval = (desk: Desk, actor: Actor, input: { id: string; reason: string }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const row = await lockRemoval(trx, input.id)
    if (row === undefined) return NOT_FOUND
    if (row.asked_by === actor.memberId) return { refused: 'own-removal' } satisfies Refused
    if (row.state !== 'asked') return { refused: 'already-decided' } satisfies Refused
    await trx
      .updateTable('removals')
      .set({
        ...{ state: 'refused', decided_by: actor.memberId, decided_at: new Date(desk.now()) },
        refusal_reason: input.reason,
      })
      .where('id', '=', row.id)
      .execute()
    await recordDeed(trx, desk, {
      ...{ name: 'removal.refused', workspaceId: actor.workspaceId, caseId: row.case_id, memberId: actor.memberId },
      ...{ data: { removalId: row.id, cause: row.cause }, tell: [row.asked_by] },
    })
    return { done: true } as const
  })

/** Whoever asked takes it back while nobody has decided. */
export const withdrawRemoval = (desk: Desk, actor: Actor, input: { id: string }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const row = await lockRemoval(trx, input.id)
    if (row === undefined) return NOT_FOUND
    if (row.asked_by !== actor.memberId) return { refused: 'not-yours' } satisfies Refused
    if (row.state !== 'asked') return { refused: 'already-decided' } satisfies Refused
    await trx.updateTable('removals').set({ state: 'withdrawn' }).where('id', '=', row.id).execute()
    await recordDeed(trx, desk, {
      ...{ name: 'removal.withdrawn', workspaceId: actor.workspaceId, caseId: row.case_id, memberId: actor.memberId },
      data: { removalId: row.id, cause: row.cause },
    })
    return { done: true } as const
  })
