import { recordEvents } from '#server/db/record-events.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND } from '#server/desk.ts'
import { announcePresence, penHolder } from './show-presence.ts'

/** Takes over writing from a colleague: their words stay in their draft, and the timeline says who took the pen from whom. */
export const takePen = (desk: Desk, actor: Actor, input: { id: string }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const at = desk.now()
    const row = await trx
      .selectFrom('cases')
      .select(['id', 'conversation_id'])
      .where('id', '=', input.id)
      .forNoKeyUpdate()
      .executeTakeFirst()
    if (row === undefined) return NOT_FOUND
    const holder = await penHolder(trx, row.id, at)
    const mine = { doing: 'writing', seen_at: new Date(at) } as const
    await trx.updateTable('presences').set({ doing: 'reading' }).where('case_id', '=', row.id).execute()
    await trx
      .insertInto('presences')
      .values({ workspace_id: actor.workspaceId, case_id: row.id, member_id: actor.memberId, ...mine })
      .onConflict((c) => c.columns(['case_id', 'member_id']).doUpdateSet(mine))
      .execute()
    if (holder !== undefined && holder.id !== actor.memberId)
      await recordEvents(trx, actor.workspaceId, [
        {
          name: 'pen.taken',
          at,
          memberId: actor.memberId,
          caseId: row.id,
          conversationId: row.conversation_id,
          data: { from: holder.id },
        },
      ])
    await announcePresence(trx, actor.workspaceId, row.id)
    return { done: true as const }
  })
