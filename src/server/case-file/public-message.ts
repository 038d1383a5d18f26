import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'

export interface PublicMessage {
  message: Omit<Row<'messages'>, 'search'>
  account: Row<'channel_accounts'>
  caseId: string
}

/** Something that the public said to the brand before everybody, and the newest case about it. */
export const publicMessage = async (trx: Trx, id: string): Promise<PublicMessage | undefined> => {
  const message = await trx
    .selectFrom('messages')
    .select(['id', 'workspace_id', 'conversation_id', 'account_id', 'external_id', 'direction', 'kind', 'audience'])
    .select(['author_id', 'member_id', 'delivery_id', 'parent_external_id', 'permalink', 'subject', 'text', 'html'])
    .select(['attachments', 'quoted', 'meta', 'language', 'sent_at', 'received_at', 'version', 'edited_at'])
    .select(['deleted_at', 'outside_desk'])
    .where('id', '=', id)
    .where('audience', '=', 'public')
    .executeTakeFirst()
  if (message === undefined) return undefined
  const account = await trx
    .selectFrom('channel_accounts')
    .selectAll()
    .where('id', '=', message.account_id)
    .executeTakeFirstOrThrow()
  const kase = await trx
    .selectFrom('cases')
    .select('id')
    .where('conversation_id', '=', message.conversation_id)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return kase && { message, account, caseId: kase.id }
}
