import { inWorkspace } from '#server/db/transaction.ts'
import type { Actor, Desk } from '#server/desk.ts'
import { namesOf } from './case-parts.ts'
import { factsForEverybody } from './statement-facts.ts'

/** The library, in the order in which it was made; and what the guard needs to read it while it is written (C4). */
export const listPrepared = (desk: Desk, actor: Actor) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const rows = await trx
      .selectFrom('prepared_statements')
      .selectAll()
      .where('workspace_id', '=', actor.workspaceId)
      .where('removed_at', 'is', null)
      .orderBy('made_at')
      .orderBy('id')
      .execute()
    const names = await namesOf(
      trx,
      rows.map((row) => row.changed_by),
    )
    return {
      prepared: rows.map((row) => ({
        ...{ id: row.id, title: row.title, moment: row.moment, wordings: row.wordings, version: row.version },
        ...{ changedAt: row.changed_at.getTime(), changedBy: names.get(row.changed_by ?? '') ?? null },
      })),
      // For no account in particular: whatever is said in its name later is read again.
      guard: await factsForEverybody(trx, actor.workspaceId, null, desk.now()),
      networks: [...desk.registry.values()]
        .filter(({ capabilities }) => capabilities.publicPost)
        .map(({ id, network, capabilities }) => ({ connector: id, network, limit: capabilities.limits.public })),
    }
  })
