import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND } from '#server/desk.ts'

/** The lines of an import that could not be used, as they stood in the file, so that they can be mended and imported again (C2). */
export const readRejectedLines = (desk: Desk, actor: Actor, { id }: { id: string }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const found = await trx.selectFrom('order_imports').selectAll().where('id', '=', id).executeTakeFirst()
    if (found === undefined) return NOT_FOUND
    const rejected = await trx
      .selectFrom('rejected_lines')
      .select(['line', 'raw', 'faults'])
      .where('import_id', '=', id)
      .orderBy('line')
      .execute()
    return { name: found.name, header: found.header, separator: found.separator, rejected }
  })
