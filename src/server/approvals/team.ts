import type { Team, Teammate } from '#core/approval/approvers.ts'
import type { Trx } from '#server/db/transaction.ts'

/** Who is in the brand now, and who of them may be asked: everybody whose account is open. */
export const teamOf = async (trx: Trx, workspaceId: string): Promise<Team> => {
  const members: Teammate[] = await trx
    .selectFrom('memberships as b')
    .innerJoin('members as m', 'm.id', 'b.member_id')
    .select(['b.member_id as memberId', 'b.role'])
    .where('b.workspace_id', '=', workspaceId)
    .where('m.disabled_at', 'is', null)
    .orderBy('b.member_id')
    .execute()
  return { members, available: members.map(({ memberId }) => memberId), standIns: {} }
}
