import { sql } from 'kysely'
import { commandApproval } from '#server/approvals/change-approval.ts'
import { teamOf } from '#server/approvals/team.ts'
import type { Row } from '#server/db/schema.ts'
import { asWorkerIn, type Trx } from '#server/db/transaction.ts'
import { type Desk, isRefused } from '#server/desk.ts'
import { inEachBrand } from '#server/jobs/each-brand.ts'

const MOST = 500

/** When each of their customers is owed an answer as things stand now. */
const deadlinesOf = async (trx: Trx, waiting: readonly Row<'approvals'>[]): Promise<Map<string, number>> => {
  if (waiting.length === 0) return new Map()
  const cases = waiting.map((row) => row.case_id)
  const rows = await trx.selectFrom('cases').select(['id', 'due_at']).where('id', 'in', cases).execute()
  return new Map(rows.flatMap(({ id, due_at }) => (due_at === null ? [] : [[id, due_at.getTime()]])))
}

/** One request at a time: whoever decides on one holds it, and the clock comes back to it in a moment. */
const tickWorkspace = (desk: Desk, workspaceId: string): Promise<number> =>
  asWorkerIn(desk.db, workspaceId, async (trx) => {
    const waiting = await trx
      .selectFrom('approvals')
      .selectAll()
      .where('workspace_id', '=', workspaceId)
      .where('state', '=', 'waiting')
      .orderBy('due_at')
      .orderBy('id')
      .limit(MOST)
      .forUpdate()
      .skipLocked()
      .execute()
    const owed = await deadlinesOf(trx, waiting)
    const team = await teamOf(trx, workspaceId, desk.now())
    let moved = 0
    for (const row of waiting) {
      const state = await commandApproval(
        trx,
        desk,
        row,
        { kind: 'tick', owedBy: owed.get(row.case_id) ?? null },
        { by: null, team },
      )
      // Nothing happened: the same fold comes back.
      if (!isRefused(state) && state !== row.fold) moved += 1
    }
    return moved
  })

/** What the clock and the team bring to replies that wait (V2): the next person, a holding answer, a word when it is late. */
export const tickApprovals = async (desk: Desk): Promise<number> => {
  const { rows } = await sql<{ id: string }>`
    select distinct workspace_id as id from approvals where state = 'waiting'`.execute(desk.db.worker)
  return inEachBrand(desk, rows, 'approvals', ({ id }) => tickWorkspace(desk, id))
}
