import { recordEvents } from '#server/db/record-events.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND, type Refused } from '#server/desk.ts'
import { tellMember } from '#server/rota/tell-member.ts'

/** Somebody owns what customers ask: the head of the department, until it is given to another member (T5). */
export const giveWish = (desk: Desk, actor: Actor, { id, memberId }: { id: string; memberId: string }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const member = await trx
      .selectFrom('memberships')
      .select('member_id')
      .where('workspace_id', '=', actor.workspaceId)
      .where('member_id', '=', memberId)
      .executeTakeFirst()
    if (member === undefined) return { refused: 'not-a-member' } satisfies Refused
    const given = await trx
      .updateTable('digest_lines')
      .set({ owner_id: memberId })
      .where('id', '=', id)
      .where('answered_at', 'is', null)
      .returning('week')
      .executeTakeFirst()
    if (given === undefined) return NOT_FOUND
    const data = { lineId: id, week: given.week, memberId }
    await recordEvents(trx, actor.workspaceId, [
      { name: 'digest.given', at: desk.now(), memberId: actor.memberId, data },
    ])
    if (memberId !== actor.memberId)
      await tellMember(trx, desk, actor.workspaceId, memberId, 'digest.given', { week: given.week })
    return { done: true } as const
  })
