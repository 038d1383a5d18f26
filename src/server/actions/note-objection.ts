import { isEmail } from '#core/outreach/read-orders.ts'
import { recordEvents } from '#server/db/record-events.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import type { Actor, Desk, Refused } from '#server/desk.ts'

/** Somebody said by telephone or over the counter that they want no more of these messages: kept for ever, like those who wrote it (C2). */
export const noteObjection = (desk: Desk, actor: Actor, { email }: { email: string }) => {
  const value = email.trim().toLowerCase()
  if (!isEmail(value)) return Promise.resolve<Refused>({ refused: 'not-an-email' })
  return inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const at = desk.now()
    const { numInsertedOrUpdatedRows: kept } = await trx
      .insertInto('objections')
      .values({
        ...{ workspace_id: actor.workspaceId, kind: 'email', value },
        ...{ said_at: new Date(at), member_id: actor.memberId },
      })
      .onConflict((c) => c.columns(['workspace_id', 'kind', 'value']).doNothing())
      .executeTakeFirstOrThrow()
    if (kept === 1n)
      await recordEvents(trx, actor.workspaceId, [{ name: 'objection.noted', at, memberId: actor.memberId, data: {} }])
    return { done: true } as const
  })
}
