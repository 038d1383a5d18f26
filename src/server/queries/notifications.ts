import { inWorkspace } from '#server/db/transaction.ts'
import type { Actor, Desk } from '#server/desk.ts'

const MOST = 100

/** What concerns me, the newest first. */
export const listNotifications = (desk: Desk, actor: Actor) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const rows = await trx
      .selectFrom('notifications')
      .select(['id', 'kind', 'case_id', 'data', 'created_at', 'read_at'])
      .where('member_id', '=', actor.memberId)
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(MOST)
      .execute()
    return {
      notifications: rows.map((row) => ({
        id: row.id,
        kind: row.kind,
        caseId: row.case_id,
        data: row.data,
        createdAt: row.created_at.getTime(),
        readAt: row.read_at?.getTime() ?? null,
      })),
    }
  })
