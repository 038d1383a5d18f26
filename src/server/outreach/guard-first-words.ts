import { knownFacts } from '#core/case-file/known-facts.ts'
import type { GuardInput } from '#core/guard/guard-input.ts'
import { connectorOf } from '#server/channels/open-channel.ts'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import { charterInForce } from '#server/queries/charter-in-force.ts'
import { maySayOf } from '#server/queries/may-say.ts'
import { holderOf } from '#server/queries/statement-of.ts'

/**
 * What the guard knows of somebody whom the brand writes to first: no case and no words of theirs, so that nothing may be claimed of them
 * but what the crisis cell has confirmed (G4, C3).
 */
export const guardFirstWords = async (desk: Desk, trx: Trx, account: Row<'channel_accounts'>, incidentId: string) => {
  const brand = await trx
    .selectFrom('workspaces')
    .select('name')
    .where('id', '=', account.workspace_id)
    .executeTakeFirstOrThrow()
  const inForce = await charterInForce(trx)
  const maySay = (await maySayOf(trx, incidentId)).flatMap(({ state, says, words, claims, dates }) =>
    state === 'withdrawn' ? [] : [{ state, says, words, claims, dates, ours: true }],
  )
  const facts = knownFacts([], (await holderOf(trx, incidentId))?.id ?? null)
  return (text: string, displayName: string | null): GuardInput => ({
    ...{ text, audience: 'private', limit: connectorOf(desk, account).capabilities.limits.private, incoming: '' },
    ...{ isFirstAnswer: true, facts, settled: false, privateWays: [], recentReplies: [], givenCents: 0 },
    customer: displayName === null ? {} : { displayName },
    brand: { name: brand.name, account: account.handle, ownAccounts: [account.handle] },
    ...(maySay.length > 0 && { maySay }),
    ...(inForce.charter !== null && { charter: inForce.guard }),
  })
}
