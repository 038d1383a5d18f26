import { inWorkspace } from '#server/db/transaction.ts'
import type { Actor, Desk } from '#server/desk.ts'

/** Marks one's own notifications read, up to a moment: what came in since stays unread. */
export const readNotifications = (desk: Desk, actor: Actor, asked: { upTo: number }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    await trx
      .updateTable('notifications')
      .set({ read_at: new Date(desk.now()) })
      .where('member_id', '=', actor.memberId)
      .where('created_at', '<=', new Date(asked.upTo))
      .where('read_at', 'is', null)
      .execute()
    return { done: true } as const
  })
