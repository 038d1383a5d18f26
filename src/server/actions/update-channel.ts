import { recordEvents } from '#server/db/record-events.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND } from '#server/desk.ts'

/** The colour that frames the composers of this account, so that nobody answers from the wrong one (G5). */
export const updateChannel = (desk: Desk, actor: Actor, asked: { id: string; colour: string }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const changed = await trx
      .updateTable('channel_accounts')
      .set({ colour: asked.colour.toLowerCase() })
      .where('id', '=', asked.id)
      .returning('id')
      .executeTakeFirst()
    if (changed === undefined) return NOT_FOUND
    await recordEvents(trx, actor.workspaceId, [
      { name: 'channel.updated', at: desk.now(), memberId: actor.memberId, accountId: changed.id },
    ])
    return { done: true } as const
  })
