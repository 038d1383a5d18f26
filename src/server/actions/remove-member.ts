import { endSessionsOf } from '#server/access/session.ts'
import { commandCase, lockCase } from '#server/cases/change-case.ts'
import { recordEvents } from '#server/db/record-events.ts'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import { holdBack, lockUnsent } from '#server/deliveries/hold-back.ts'
import { type Actor, type Desk, NOT_FOUND, type Refused } from '#server/desk.ts'
import { isLastAdmin, readTeam } from './change-role.ts'

/** Nobody's customer waits for someone who has left: what they had not closed goes back to the queue (T1). */
const giveBackCases = async (desk: Desk, trx: Trx, actor: Actor, memberId: string): Promise<number> => {
  const theirs = await trx
    .selectFrom('cases')
    .select('id')
    .where('owner_id', '=', memberId)
    .where('state', '<>', 'resolved')
    .orderBy('id')
    .execute()
  for (const { id } of theirs) {
    const row = await lockCase(trx, id)
    if (row?.owner_id === memberId) await commandCase(trx, desk, row, { kind: 'unassign' }, actor.memberId)
  }
  return theirs.length
}

/** Takes a member out of the brand, from their next request on; the account itself lives on while another brand knows it. */
export const removeMember = (desk: Desk, actor: Actor, asked: { id: string }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const team = await readTeam(trx, actor.workspaceId)
    if (!team.some((one) => one.member_id === asked.id)) return NOT_FOUND
    if (isLastAdmin(team, asked.id)) return { refused: 'last-admin' } satisfies Refused
    const cases = await giveBackCases(desk, trx, actor, asked.id)
    // Words of someone who has left go out only if a colleague says so.
    for (const reply of await lockUnsent(trx, { memberId: asked.id })) await holdBack(trx, desk, reply, actor.memberId)
    await trx.deleteFrom('presences').where('member_id', '=', asked.id).execute()
    await trx
      .deleteFrom('memberships')
      .where('workspace_id', '=', actor.workspaceId)
      .where('member_id', '=', asked.id)
      .execute()
    const elsewhere = await trx
      .selectFrom('memberships')
      .select('workspace_id')
      .where('member_id', '=', asked.id)
      .limit(1)
      .executeTakeFirst()
    if (elsewhere === undefined) await endSessionsOf(trx, asked.id, null)
    await recordEvents(trx, actor.workspaceId, [
      {
        name: 'member.removed',
        at: desk.now(),
        memberId: actor.memberId,
        data: { memberId: asked.id, cases },
      },
    ])
    return { done: true } as const
  })
