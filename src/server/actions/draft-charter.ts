import type { Charter } from '#core/charter/charter.ts'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { Actor, Desk } from '#server/desk.ts'

/** Verbs on the charter come one after the other: the newest version, read under the brand's own lock. */
export const lockNewestCharter = async (
  trx: Trx,
  { workspaceId }: Actor,
): Promise<Row<'charter_versions'> | undefined> => {
  await trx.selectFrom('workspaces').select('id').where('id', '=', workspaceId).forUpdate().execute()
  return trx.selectFrom('charter_versions').selectAll().orderBy('number', 'desc').limit(1).executeTakeFirst()
}

/** The next version, as a draft. */
export const insertDraft = async (trx: Trx, desk: Desk, actor: Actor, number: number, charter: Charter) => {
  const at = new Date(desk.now())
  await trx
    .insertInto('charter_versions')
    .values({
      id: desk.newId(),
      workspace_id: actor.workspaceId,
      number,
      charter: JSON.stringify(charter),
      member_id: actor.memberId,
      created_at: at,
      edited_at: at,
    })
    .execute()
  return { number, revision: 1 }
}
