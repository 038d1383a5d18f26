import { sql } from 'kysely'
import { INVITATION_MS, makeLink } from '#server/access/links.ts'
import { recordEvents } from '#server/db/record-events.ts'
import type { Role } from '#server/db/schema.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import type { Actor, Desk, Refused } from '#server/desk.ts'

/** Makes a one-time link bound to this e-mail and role; an earlier one for the same person dies. */
export const inviteMember = (
  desk: Desk,
  actor: Actor,
  asked: { email: string; role: Role },
): Promise<{ token: string; expiresAt: number } | Refused> =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const at = desk.now()
    const already = await trx
      .selectFrom('memberships as b')
      .innerJoin('members as m', 'm.id', 'b.member_id')
      .select('m.id')
      .where('b.workspace_id', '=', actor.workspaceId)
      .where(sql<boolean>`lower(m.email) = lower(${asked.email})`)
      .executeTakeFirst()
    if (already !== undefined) return { refused: 'already-member' }
    await trx
      .updateTable('links')
      .set({ used_at: new Date(at) })
      .where('purpose', '=', 'invite')
      .where('workspace_id', '=', actor.workspaceId)
      .where('used_at', 'is', null)
      .where(sql<boolean>`lower(email) = lower(${asked.email})`)
      .execute()
    const link = await makeLink(desk, trx, 'invite', INVITATION_MS, {
      workspace_id: actor.workspaceId,
      member_id: actor.memberId,
      role: asked.role,
      email: asked.email,
    })
    await recordEvents(trx, actor.workspaceId, [
      { name: 'member.invited', at, memberId: actor.memberId, data: { role: asked.role } },
    ])
    return link
  })
