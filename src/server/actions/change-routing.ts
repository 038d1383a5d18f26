import { recordEvents } from '#server/db/record-events.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import type { Actor, Desk, Refused } from '#server/desk.ts'
import { lockRota } from '#server/rota/lock-rota.ts'

interface Routing {
  gives: boolean
  mostOpen: number
  hands: readonly { memberId: string; languages: readonly string[]; accountIds: readonly string[] }[]
}

/** Whether new cases find an owner by themselves, and who takes which languages and accounts (T2); the list is replaced whole. */
export const changeRouting = (desk: Desk, actor: Actor, { gives, mostOpen, hands }: Routing) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const team = await lockRota(trx, actor.workspaceId)
    const known = new Map(hands.map((hand) => [hand.memberId, hand]))
    if ([...known.keys()].some((memberId) => !team.some(({ id }) => id === memberId)))
      return { refused: 'not-a-member' } satisfies Refused
    const accounts = await trx
      .selectFrom('channel_accounts')
      .select('id')
      .where('workspace_id', '=', actor.workspaceId)
      .execute()
    const ours = new Set(accounts.map(({ id }) => id))
    if (hands.some(({ accountIds }) => accountIds.some((id) => !ours.has(id))))
      return { refused: 'no-such-account' } satisfies Refused
    const at = desk.now()
    const kept = { gives, most_open: mostOpen, updated_at: new Date(at) }
    await trx
      .insertInto('routings')
      .values({ workspace_id: actor.workspaceId, ...kept })
      .onConflict((c) => c.column('workspace_id').doUpdateSet(kept))
      .execute()
    await trx.deleteFrom('routing_hands').where('workspace_id', '=', actor.workspaceId).execute()
    const rows = [...known.values()].map(({ memberId, languages, accountIds }) => ({
      ...{ workspace_id: actor.workspaceId, member_id: memberId },
      ...{ languages: [...new Set(languages)], account_ids: [...new Set(accountIds)] },
    }))
    if (rows.length > 0) await trx.insertInto('routing_hands').values(rows).execute()
    await recordEvents(trx, actor.workspaceId, [
      { name: 'routing.changed', at, memberId: actor.memberId, data: { gives, mostOpen, hands: rows.length } },
    ])
    return { done: true } as const
  })
