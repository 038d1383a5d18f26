import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import { charterInForce } from './charter-in-force.ts'
import { contestedIn } from './contests.ts'
import { givenCentsOf } from './gesture-ledger.ts'
import { guardMaySay } from './guard-may-say.ts'

const RECENT_REPLIES = 12
const INCOMING = 6

/** What the guard must know besides the draft and the case file: the same facts serve the browser and the check before delivery. */
export const guardFacts = async (
  trx: Trx,
  row: Pick<Row<'cases'>, 'id' | 'workspace_id' | 'conversation_id' | 'author_id' | 'last_out_at'>,
  account: Pick<Row<'channel_accounts'>, 'id' | 'handle'>,
  now: number,
) => {
  const brand = await trx
    .selectFrom('workspaces')
    .select('name')
    .where('id', '=', row.workspace_id)
    .executeTakeFirstOrThrow()
  const incoming = await trx
    .selectFrom('messages')
    .select('text')
    .where('conversation_id', '=', row.conversation_id)
    .where('direction', '=', 'in')
    .$if(row.last_out_at !== null, (q) => q.where('sent_at', '>', row.last_out_at ?? new Date(0)))
    .orderBy('sent_at', 'desc')
    .limit(INCOMING)
    .execute()
  const replies = await trx
    .selectFrom('deliveries')
    .select('text')
    .where('workspace_id', '=', row.workspace_id)
    .where('account_id', '=', account.id)
    .where('audience', '=', 'public')
    .where('state', '=', 'sent')
    .where('conversation_id', '<>', row.conversation_id)
    .orderBy('sequence', 'desc')
    .limit(RECENT_REPLIES)
    .execute()
  const inForce = await charterInForce(trx)
  return {
    incoming: incoming
      .map((m) => m.text)
      .reverse()
      .join('\n'),
    firstAnswer: row.last_out_at === null,
    brandName: brand.name,
    account: account.handle,
    recentReplies: replies.map((r) => r.text),
    givenCents: await givenCentsOf(trx, row.author_id, now),
    charter: inForce.charter === null ? null : inForce.guard,
    contested: await contestedIn(trx, row.id),
    ...(await guardMaySay(trx, row.workspace_id, row.conversation_id)),
  }
}
