import { inWorkspace } from '#server/db/transaction.ts'
import type { Actor, Desk } from '#server/desk.ts'
import { namesOf, shapeDelivery } from './case-parts.ts'

const MOST = 200

/** Replies that need someone: refused, in doubt, or too late to leave unasked. Oldest first. */
export const listUnsettled = (desk: Desk, actor: Actor) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const rows = await trx
      .selectFrom('deliveries as d')
      .innerJoin('cases as c', 'c.id', 'd.case_id')
      .innerJoin('authors as a', 'a.id', 'c.author_id')
      .selectAll('d')
      .select(['c.number as case_number', 'a.display_name as author_name'])
      .where('d.workspace_id', '=', actor.workspaceId)
      .where('d.state', 'in', ['refused', 'to-check', 'stale', 'unknown'])
      .where('d.finished_at', 'is', null)
      .orderBy('d.queued_at')
      .limit(MOST)
      .execute()
    const names = await namesOf(
      trx,
      rows.map((r) => r.member_id),
    )
    return {
      deliveries: rows.map((row) => ({
        ...shapeDelivery(row, names),
        caseNumber: row.case_number,
        authorName: row.author_name,
      })),
    }
  })
