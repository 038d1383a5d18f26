import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND } from '#server/desk.ts'
import { namesOf } from './case-parts.ts'

const MOST = 500

/** Everything that happened to a case, from the log. */
export const readTimeline = (desk: Desk, actor: Actor, input: { id: string }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const found = await trx.selectFrom('cases').select('id').where('id', '=', input.id).executeTakeFirst()
    if (found === undefined) return NOT_FOUND
    const rows = await trx
      .selectFrom('events')
      .select(['id', 'at', 'name', 'member_id', 'data'])
      .where('case_id', '=', input.id)
      .orderBy('id', 'desc')
      .limit(MOST)
      .execute()
    const names = await namesOf(
      trx,
      rows.map((r) => r.member_id),
    )
    const events = rows.reverse().map((row) => ({
      id: String(row.id),
      at: row.at.getTime(),
      name: row.name,
      by: names.get(row.member_id ?? '') ?? null,
      data: row.data,
    }))
    return { events }
  })
