import { inWorkspace } from '#server/db/transaction.ts'
import type { Actor, Desk } from '#server/desk.ts'

/** The brand's systems that may tell facts, and those that were cut off, newest first. */
export const listFactSources = (desk: Desk, actor: Actor) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const rows = await trx
      .selectFrom('fact_sources')
      .select(['id', 'name', 'created_at', 'last_used_at', 'revoked_at'])
      .orderBy('created_at', 'desc')
      .execute()
    return {
      sources: rows.map((row) => ({
        ...{ id: row.id, name: row.name, createdAt: row.created_at.getTime() },
        lastUsedAt: row.last_used_at?.getTime() ?? null,
        revokedAt: row.revoked_at?.getTime() ?? null,
      })),
    }
  })
