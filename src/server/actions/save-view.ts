import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND, type Refused } from '#server/desk.ts'
import type { InboxFilter } from '#server/queries/inbox-filter.ts'

interface NewView {
  name: string
  filter: InboxFilter
  shared: boolean
}

/** Keeps a filter under a name, for oneself or for the brand's team. */
export const saveView = (desk: Desk, actor: Actor, input: NewView) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const id = desk.newId()
    await trx
      .insertInto('saved_views')
      .values({
        id,
        workspace_id: actor.workspaceId,
        member_id: input.shared ? null : actor.memberId,
        name: input.name,
        filter: JSON.stringify(input.filter),
        created_at: new Date(desk.now()),
      })
      .execute()
    return { id, ...input }
  })

/** Forgets a view: one's own, or a shared one for whoever may change the settings. */
export const deleteView = (desk: Desk, actor: Actor, input: { id: string }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const row = await trx.selectFrom('saved_views').select('member_id').where('id', '=', input.id).executeTakeFirst()
    const may = row?.member_id === actor.memberId || actor.role === 'admin' || actor.role === 'manager'
    if (row === undefined || (row.member_id !== null && row.member_id !== actor.memberId)) return NOT_FOUND
    if (!may) return { refused: 'not-allowed' } satisfies Refused
    await trx.deleteFrom('saved_views').where('id', '=', input.id).execute()
    return { done: true as const }
  })
