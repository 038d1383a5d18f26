import { sql } from 'kysely'
import type { Actor, Desk } from '#server/desk.ts'

/** Who works for the brand, and in which role; `seenAt` is the last use of any of their open sessions. */
export const listMembers = async (desk: Desk, actor: Actor) => {
  const rows = await desk.db.app
    .selectFrom('memberships as b')
    .innerJoin('members as m', 'm.id', 'b.member_id')
    .select(['m.id', 'm.name', 'm.email', 'm.disabled_at', 'b.role'])
    .select(sql<Date | null>`(select max(s.seen_at) from sessions s where s.member_id = m.id)`.as('seen_at'))
    .where('b.workspace_id', '=', actor.workspaceId)
    .orderBy('m.name')
    .execute()
  return {
    members: rows.map(({ seen_at, disabled_at, ...member }) => ({
      ...member,
      seenAt: seen_at?.getTime() ?? null,
      disabled: disabled_at !== null,
    })),
  }
}
