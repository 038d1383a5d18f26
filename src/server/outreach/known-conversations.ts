import { sql } from 'kysely'
import type { KnownConversation } from '#core/outreach/choose-way.ts'
import { knownWay } from '#server/actions/ask-private-way.ts'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'

/** Somebody who wrote more often is reached by the latest of it. */
const MOST = 3

export interface Spoken {
  kase: Row<'cases'>
  account: Row<'channel_accounts'>
  known: KnownConversation
}

/** The latest conversations with these people, and what is known of writing to them in private there (P2). */
export const readConversations = async (
  desk: Desk,
  trx: Trx,
  authorIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Spoken[]>> => {
  const { rows } = await sql<Row<'cases'>>`
    select k.* from unnest(${authorIds}::uuid[]) as wanted (id) cross join lateral (
      select c.* from cases c join conversations v on v.id = c.conversation_id
      where v.workspace_id = current_workspace() and v.author_id = wanted.id order by v.last_message_at desc limit ${MOST}) k`.execute(
    trx,
  )
  const accounts = new Map((await trx.selectFrom('channel_accounts').selectAll().execute()).map((one) => [one.id, one]))
  const found = new Map<string, Spoken[]>()
  for (const kase of rows) {
    const account = accounts.get(kase.account_id)
    if (account === undefined) continue
    const open =
      account.state === 'connected' && account.disconnected_at === null && desk.registry.has(account.connector)
    const way = open
      ? (await knownWay(desk, trx, kase, account)).way
      : ({ can: false, why: 'unknown', offer: null } as const)
    const known = {
      ...{ caseId: kase.id, accountId: account.id, audience: kase.audience, open, way },
      lastInAt: (kase.last_in_at ?? kase.opened_at).getTime(),
    }
    found.set(kase.author_id, [...(found.get(kase.author_id) ?? []), { kase, account, known }])
  }
  return found
}
