import { hasSecondFactor, isSecondFactorRequired } from '#server/access/second-factor.ts'
import type { Actor, Desk } from '#server/desk.ts'

/** When the brand asks for a second factor, whether it does as things stand, and who could not speak then. */
export const readSecondFactorPolicy = async (desk: Desk, actor: Actor) => {
  const { app } = desk.db
  const { second_factor: policy } = await app
    .selectFrom('workspaces')
    .select('second_factor')
    .where('id', '=', actor.workspaceId)
    .executeTakeFirstOrThrow()
  const members = await app
    .selectFrom('memberships as b')
    .innerJoin('members as m', 'm.id', 'b.member_id')
    .select(['m.id', 'm.name'])
    .where('b.workspace_id', '=', actor.workspaceId)
    .where('m.disabled_at', 'is', null)
    .orderBy('m.name')
    .orderBy('m.id')
    .execute()
  const without: typeof members = []
  for (const member of members) if (!(await hasSecondFactor(app, member.id))) without.push(member)
  return { policy, asked: await isSecondFactorRequired(desk, actor.workspaceId), without }
}
