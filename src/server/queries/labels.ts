import { inWorkspace } from '#server/db/transaction.ts'
import type { Actor, Desk } from '#server/desk.ts'

export const listLabels = (desk: Desk, actor: Actor) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => ({
    labels: await trx.selectFrom('labels').select(['id', 'name', 'colour']).orderBy('name').execute(),
  }))
