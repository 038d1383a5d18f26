import { commandCase, lockCase } from '#server/cases/change-case.ts'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND, type Refused } from '#server/desk.ts'
import { holdBackUnproved } from './hold-back-unproved.ts'

interface Owner {
  id: string
  memberId: string | null
  takeOver?: boolean | undefined
}

const belongs = (trx: Trx, actor: Actor, memberId: string) =>
  trx
    .selectFrom('memberships')
    .select('role')
    .where('workspace_id', '=', actor.workspaceId)
    .where('member_id', '=', memberId)
    .executeTakeFirst()

/** Names who answers for a case, or puts it back in the queue (T1); whoever is given a case is told. */
export const assignCase = (desk: Desk, actor: Actor, { id, memberId, takeOver }: Owner) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const row = await lockCase(trx, id)
    if (row === undefined) return NOT_FOUND
    if (memberId !== null && (await belongs(trx, actor, memberId)) === undefined)
      return { refused: 'not-a-member' } satisfies Refused
    const refusal = await commandCase(
      trx,
      desk,
      row,
      memberId === null ? { kind: 'unassign' } : { kind: 'assign', ownerId: memberId, takeOver: takeOver === true },
      actor.memberId,
    )
    if (refusal !== null) return refusal
    // Nobody follows it any more: words on their way that say so wait for a person (G4).
    if (memberId === null) await holdBackUnproved(trx, desk, actor, { ...row, owner_id: null })
    if (memberId !== null && memberId !== actor.memberId)
      await trx
        .insertInto('notifications')
        .values({
          id: desk.newId(),
          workspace_id: actor.workspaceId,
          member_id: memberId,
          kind: 'case-given',
          case_id: id,
          data: JSON.stringify({ by: actor.memberId }),
          created_at: new Date(desk.now()),
        })
        .execute()
    return { done: true as const }
  })
