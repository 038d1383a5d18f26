import { standingOf } from '#core/autonomy/standing.ts'
import { keepStanding } from '#server/approvals/autonomy.ts'
import { recordEvents } from '#server/db/record-events.ts'
import type { Role } from '#server/db/schema.ts'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND, type Refused } from '#server/desk.ts'

/** Locks the brand's memberships, so that two administrators cannot dismiss each other at once. */
export const readTeam = (trx: Trx, workspaceId: string) =>
  trx
    .selectFrom('memberships as b')
    .innerJoin('members as m', 'm.id', 'b.member_id')
    .select(['b.member_id', 'b.role', 'm.disabled_at'])
    .where('b.workspace_id', '=', workspaceId)
    .orderBy('b.member_id')
    .forUpdate('b')
    .execute()

type Team = Awaited<ReturnType<typeof readTeam>>

export const isLastAdmin = (team: Team, memberId: string): boolean =>
  team.some((one) => one.member_id === memberId && one.role === 'admin') &&
  !team.some((one) => one.member_id !== memberId && one.role === 'admin' && one.disabled_at === null)

/** Gives a member another role; it holds from their next request. */
export const changeRole = (desk: Desk, actor: Actor, asked: { id: string; role: Role }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const team = await readTeam(trx, actor.workspaceId)
    const member = team.find((one) => one.member_id === asked.id)
    if (member === undefined) return NOT_FOUND
    if (member.role === asked.role) return { done: true } as const
    if (isLastAdmin(team, asked.id)) return { refused: 'last-admin' } satisfies Refused
    await trx
      .updateTable('memberships')
      .set({ role: asked.role })
      .where('workspace_id', '=', actor.workspaceId)
      .where('member_id', '=', asked.id)
      .execute()
    // Another role begins another record.
    await keepStanding(trx, desk, actor, asked.id, standingOf(asked.role, null))
    await recordEvents(trx, actor.workspaceId, [
      {
        name: 'member.role-changed',
        at: desk.now(),
        memberId: actor.memberId,
        data: { memberId: asked.id, role: asked.role, from: member.role },
      },
    ])
    return { done: true } as const
  })
