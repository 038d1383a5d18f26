import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND } from '#server/desk.ts'
import { saidGravity } from './said-gravity.ts'
import { incidentGravity } from './situation-facts.ts'

/** How grave an incident is now, by its own mentions (L3). */
export const readIncidentGravity = (desk: Desk, actor: Actor, { id }: { id: string }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const incident = await trx.selectFrom('incidents').selectAll().where('id', '=', id).executeTakeFirst()
    if (incident === undefined) return NOT_FOUND
    return saidGravity(await incidentGravity(trx, desk, incident), desk.now())
  })
