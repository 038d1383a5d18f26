import { beginCase } from '#server/cases/begin-case.ts'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'

export interface OpenPost {
  post: Row<'statement_posts'>
  kase: Row<'cases'>
}

/** The brand's own account as whoever speaks in a thread of its own. */
const meetOurselves = async (trx: Trx, desk: Desk, account: Row<'channel_accounts'>): Promise<string> => {
  const at = new Date(desk.now())
  const shown = { handle: account.handle, display_name: account.display_name, updated_at: at }
  const { id } = await trx
    .insertInto('authors')
    .values({
      ...{ id: desk.newId(), workspace_id: account.workspace_id, connector: account.connector, ...shown },
      ...{ external_id: account.external_id, first_seen_at: at },
    })
    .onConflict((c) => c.columns(['workspace_id', 'connector', 'external_id']).doUpdateSet(shown))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The thread of a statement on one account: found, locked, or begun. Everything that leaves in it leaves as a reply does (G5, V1). */
export const openPost = async (
  trx: Trx,
  desk: Desk,
  account: Row<'channel_accounts'>,
  statementId: string,
  by: string,
): Promise<OpenPost> => {
  const known = await trx
    .selectFrom('statement_posts')
    .selectAll()
    .where('statement_id', '=', statementId)
    .where('account_id', '=', account.id)
    .executeTakeFirst()
  if (known !== undefined) {
    const kase = await trx
      .selectFrom('cases')
      .selectAll()
      .where('id', '=', known.case_id)
      .forUpdate()
      .executeTakeFirstOrThrow()
    return { post: known, kase }
  }
  const conversationId = desk.newId()
  const at = new Date(desk.now())
  const place = { workspace_id: account.workspace_id, account_id: account.id }
  const authorId = await meetOurselves(trx, desk, account)
  await trx
    .insertInto('conversations')
    .values({
      ...{ id: conversationId, ...place, external_id: `statement/${statementId}`, author_id: authorId },
      ...{ audience: 'public', own: true, last_message_at: at, created_at: at },
    })
    .execute()
  const kase = await beginCase(
    trx,
    desk,
    account,
    { conversation_id: conversationId, author_id: authorId, audience: 'public' },
    { by, awaits: false },
  )
  const post = await trx
    .insertInto('statement_posts')
    .values({
      ...{ id: desk.newId(), ...place, statement_id: statementId },
      ...{ conversation_id: conversationId, case_id: kase.id },
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return { post, kase }
}
