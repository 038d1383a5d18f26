import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND } from '#server/desk.ts'
import { namesOfApproval, shapeApproval } from './approval-parts.ts'
import { readThreadMark } from './thread.ts'

const MOST = 200

/** What waits for me, nearest deadline first: never one's own words, nor what one has approved already. */
export const listApprovals = (desk: Desk, actor: Actor) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const rows = await trx
      .selectFrom('approvals as p')
      .innerJoin('cases as c', 'c.id', 'p.case_id')
      .innerJoin('authors as a', 'a.id', 'c.author_id')
      .leftJoin('scheduled_posts as s', 's.id', 'p.id')
      .selectAll('p')
      .select('s.leaves_at')
      .select(['c.number as case_number', 'a.display_name as author_name', 'c.excerpt'])
      .where('p.workspace_id', '=', actor.workspaceId)
      .where('p.state', '=', 'waiting')
      .where('p.writer_id', '<>', actor.memberId)
      .orderBy('p.due_at')
      .orderBy('p.id')
      .limit(MOST)
      .execute()
    const mine = rows.filter(({ fold }) => !fold.given.includes(actor.memberId))
    const names = await namesOfApproval(trx, mine)
    return {
      approvals: mine.map((row) => ({
        ...shapeApproval(row, names),
        caseNumber: row.case_number,
        authorName: row.author_name,
        excerpt: row.excerpt,
        leavesAt: row.leaves_at?.getTime() ?? null,
      })),
    }
  })

/** One request; `movedOn` says that the thread has changed since the words were written. */
export const readApproval = (desk: Desk, actor: Actor, input: { id: string }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const row = await trx.selectFrom('approvals').selectAll().where('id', '=', input.id).executeTakeFirst()
    if (row === undefined) return NOT_FOUND
    const threadMark = await readThreadMark(trx, row.conversation_id)
    const names = await namesOfApproval(trx, [row])
    const planned = await trx
      .selectFrom('scheduled_posts')
      .select('leaves_at')
      .where('id', '=', row.id)
      .executeTakeFirst()
    const leavesAt = planned?.leaves_at.getTime() ?? null
    return { ...shapeApproval(row, names), movedOn: threadMark !== row.seen_mark, leavesAt }
  })
