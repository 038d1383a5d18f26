import { recordEvents } from '#server/db/record-events.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import type { Actor, Desk } from '#server/desk.ts'

/** When nobody may speak for the brand by a password alone: always, or once words of an account leave this desk (G5). */
export const changeSecondFactorPolicy = (desk: Desk, actor: Actor, { policy }: { policy: 'when-real' | 'always' }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const before = await trx
      .selectFrom('workspaces')
      .select('second_factor')
      .where('id', '=', actor.workspaceId)
      .forUpdate()
      .executeTakeFirstOrThrow()
    if (before.second_factor === policy) return { done: true } as const
    await trx.updateTable('workspaces').set({ second_factor: policy }).where('id', '=', actor.workspaceId).execute()
    await recordEvents(trx, actor.workspaceId, [
      {
        ...{ name: 'second-factor.policy-changed', at: desk.now(), memberId: actor.memberId },
        data: { policy, from: before.second_factor },
      },
    ])
    return { done: true } as const
  })
