import { inWorkspace } from '#server/db/transaction.ts'
import type { Actor, Desk } from '#server/desk.ts'

/** A kept picture or attachment of the brand. */
export const readFile = (desk: Desk, actor: Actor, id: string) =>
  inWorkspace(desk.db, actor.workspaceId, (trx) =>
    trx.selectFrom('files').select(['name', 'content']).where('id', '=', id).executeTakeFirst(),
  )
