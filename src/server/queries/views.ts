import { inWorkspace } from '#server/db/transaction.ts'
import type { Actor, Desk } from '#server/desk.ts'
import type { InboxFilter } from './inbox-filter.ts'

/** Saved views: one's own and those shared with the brand's team. */
export const listViews = (desk: Desk, actor: Actor) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const rows = await trx
      .selectFrom('saved_views')
      .selectAll()
      .where((eb) => eb.or([eb('member_id', 'is', null), eb('member_id', '=', actor.memberId)]))
      .orderBy('position')
      .orderBy('created_at')
      .execute()
    return {
      views: rows.map((row) => ({
        id: row.id,
        name: row.name,
        filter: row.filter as InboxFilter,
        shared: row.member_id === null,
      })),
    }
  })
