import type { Actor, Desk } from '#server/desk.ts'

interface PrivateWay {
  kind: 'phone' | 'email' | 'form' | 'other'
  value: string
}

/** The brand and how its desk is set. */
export const readWorkspace = async (desk: Desk, actor: Actor) => {
  const row = await desk.db.app
    .selectFrom('workspaces')
    .selectAll()
    .where('id', '=', actor.workspaceId)
    .executeTakeFirstOrThrow()
  return {
    id: row.id,
    name: row.name,
    language: row.language === 'en' ? ('en' as const) : ('fr' as const),
    timeZone: row.time_zone,
    undoMs: row.undo_ms,
    lateAfterMinutes: row.late_after_minutes,
    // Written by `updateWorkspace` alone, from checked input.
    privateWays: row.private_ways as PrivateWay[],
  }
}
