import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import type { Actor, Desk } from '#server/desk.ts'

const MOST_OPEN = 30

/** How new cases find an owner in this brand: off until a manager says otherwise. */
export const routingOf = async (trx: Trx, workspaceId: string) => {
  const row = await trx
    .selectFrom('routings')
    .select(['gives', 'most_open'])
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirst()
  const hands = await trx
    .selectFrom('routing_hands')
    .select(['member_id', 'languages', 'account_ids'])
    .where('workspace_id', '=', workspaceId)
    .orderBy('member_id')
    .execute()
  return {
    ...{ gives: row?.gives ?? false, mostOpen: row?.most_open ?? MOST_OPEN },
    hands: hands.map(({ member_id: memberId, languages, account_ids: accountIds }) => ({
      memberId,
      languages: languages.filter((one) => one === 'fr' || one === 'en'),
      accountIds,
    })),
  }
}

export const readRouting = (desk: Desk, actor: Actor) =>
  inWorkspace(desk.db, actor.workspaceId, (trx) => routingOf(trx, actor.workspaceId))
