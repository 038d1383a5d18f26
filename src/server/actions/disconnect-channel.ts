import { recordEvents } from '#server/db/record-events.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND } from '#server/desk.ts'

/** Forgets the credentials and all that the connector kept for itself, sessions among it; every message and case stays. */
export const disconnectChannel = (desk: Desk, actor: Actor, asked: { id: string }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const at = desk.now()
    const gone = await trx
      .updateTable('channel_accounts')
      .set({
        state: 'disconnected',
        disconnected_at: new Date(at),
        secret: null,
        attention: null,
        token_expires_at: null,
        next_poll_at: null,
        poll_lease_until: null,
        poll_failures: 0,
        quiet_until: null,
      })
      .where('id', '=', asked.id)
      .where('disconnected_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (gone === undefined) return NOT_FOUND
    await trx.deleteFrom('connector_memory').where('account_id', '=', gone.id).execute()
    await recordEvents(trx, actor.workspaceId, [
      { name: 'channel.disconnected', at, memberId: actor.memberId, accountId: gone.id },
    ])
    return { done: true } as const
  })
