import { beginCase } from '#server/cases/begin-case.ts'
import { connectorOf } from '#server/channels/open-channel.ts'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'

interface Opened {
  /** The delivery that will open the exchange: what is answered to it comes back under its name. */
  key: string
  address: string
  name: string | null
  subject: string
  by: string
}

const meet = async (
  trx: Trx,
  desk: Desk,
  account: Row<'channel_accounts'>,
  { address, name }: Opened,
): Promise<string> => {
  const at = new Date(desk.now())
  const { id } = await trx
    .insertInto('authors')
    .values({
      ...{ id: desk.newId(), workspace_id: account.workspace_id, connector: account.connector, external_id: address },
      ...{ handle: address, display_name: name ?? address, first_seen_at: at, updated_at: at },
    })
    .onConflict((c) => c.columns(['workspace_id', 'connector', 'external_id']).doUpdateSet({ updated_at: at }))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Opens a private exchange by mail with somebody who has not written: nobody waits for us in it until they answer (A1, C2). */
export const openMail = async (
  trx: Trx,
  desk: Desk,
  account: Row<'channel_accounts'>,
  opened: Opened,
): Promise<Row<'cases'>> => {
  const first = connectorOf(desk, account).writeFirstTo
  if (first === undefined) throw new Error('this account cannot write first')
  const at = new Date(desk.now())
  const place = { workspace_id: account.workspace_id, account_id: account.id }
  const conversationId = desk.newId()
  const authorId = await meet(trx, desk, account, opened)
  await trx
    .insertInto('conversations')
    .values({
      ...{
        id: conversationId,
        ...place,
        external_id: first(opened.address, opened.key, { externalId: account.external_id }),
      },
      ...{ author_id: authorId, audience: 'private', subject: opened.subject, last_message_at: at, created_at: at },
    })
    .execute()
  return beginCase(
    trx,
    desk,
    account,
    { conversation_id: conversationId, author_id: authorId, audience: 'private', excerpt: opened.subject },
    { by: opened.by, awaits: true },
  )
}
