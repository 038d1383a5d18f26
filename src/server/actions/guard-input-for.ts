import { knownFacts } from '#core/case-file/known-facts.ts'
import type { GuardInput } from '#core/guard/guard-input.ts'
import { offeredWays } from '#core/privacy/offered-ways.ts'
import { connectorOf } from '#server/channels/open-channel.ts'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import { guardFacts } from '#server/queries/guard-facts.ts'
import { inChargeOf } from '#server/queries/guard-may-say.ts'
import { statementOf } from '#server/queries/statement-of.ts'
import { privateWayOf } from './ask-private-way.ts'

/** The facts that the guard judges a reply on, read by the server itself: nothing of them is taken from the browser (G4). */
export const guardInputFor = async (
  desk: Desk,
  trx: Trx,
  row: Row<'cases'>,
  account: Row<'channel_accounts'>,
  draft: { text: string; audience: 'public' | 'private'; begunAs?: string | undefined },
): Promise<GuardInput> => {
  const facts = await trx
    .selectFrom('facts')
    .selectAll()
    .where('case_id', '=', row.id)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  const author = await trx.selectFrom('authors').selectAll().where('id', '=', row.author_id).executeTakeFirstOrThrow()
  const around = await guardFacts(trx, row, account, desk.now())
  const own = await statementOf(trx, row.conversation_id)
  return {
    text: draft.text,
    audience: draft.audience,
    limit: connectorOf(desk, account).capabilities.limits[draft.audience],
    incoming: around.incoming,
    // Words to everybody answer nobody's dispute, and have no customer.
    ...(own === null ? { isFirstAnswer: around.firstAnswer } : { isFirstAnswer: false, isOwnDispute: false }),
    facts: knownFacts(
      facts.map((f) => ({ kind: f.kind, status: f.status, ...(f.proof === null ? {} : { proof: f.proof }) })),
      inChargeOf(row.owner_id, around.incidents),
    ),
    settled: row.settled_at !== null,
    privateWays: own === null ? offeredWays(await privateWayOf(desk, trx, row, account)) : [],
    customer: own === null ? { displayName: author.display_name, handle: author.handle } : {},
    brand: { name: around.brandName, account: around.account, ownAccounts: [around.account] },
    recentReplies: around.recentReplies,
    givenCents: around.givenCents,
    contested: around.contested.filter(({ audience }) => audience === draft.audience),
    ...(around.charter !== null && { charter: around.charter }),
    ...(around.maySay.length > 0 && { maySay: around.maySay }),
    ...(draft.begunAs === undefined ? {} : { begunAs: draft.begunAs }),
  }
}
