import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND, type Refused } from '#server/desk.ts'

/** Listens now instead of at the next poll. An account that only takes webhooks has nothing to ask. */
export const checkChannel = async (desk: Desk, actor: Actor, asked: { id: string }) => {
  const answer = await inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const account = await trx
      .selectFrom('channel_accounts')
      .select(['state', 'next_poll_at', 'quiet_until'])
      .where('id', '=', asked.id)
      .forNoKeyUpdate()
      .executeTakeFirst()
    if (account === undefined) return NOT_FOUND
    if (account.state === 'disconnected') return { refused: 'disconnected' } satisfies Refused
    const now = desk.now()
    const quietUntil = account.quiet_until?.getTime() ?? 0
    if (quietUntil > now) return { refused: 'network-asks-for-quiet', data: { until: quietUntil } } satisfies Refused
    if (account.next_poll_at !== null)
      await trx
        .updateTable('channel_accounts')
        .set({ next_poll_at: new Date(now) })
        .where('id', '=', asked.id)
        .execute()
    return { done: true } as const
  })
  if ('done' in answer) desk.wake('listen')
  return answer
}
