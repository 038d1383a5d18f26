import type { Outgoing } from '#connectors/connector.ts'
import type { Row } from '#server/db/schema.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'

const THREAD = 50

/** Everything the connector needs to send one reply; read after the intent is committed, so that nothing is written here. */
export const outgoingOf = (desk: Desk, row: Row<'deliveries'>): Promise<Outgoing> =>
  inWorkspace(desk.db, row.workspace_id, async (trx) => {
    const conversation = await trx
      .selectFrom('conversations')
      .selectAll()
      .where('id', '=', row.conversation_id)
      .executeTakeFirstOrThrow()
    const author = await trx
      .selectFrom('authors')
      .selectAll()
      .where('id', '=', conversation.author_id)
      .executeTakeFirstOrThrow()
    const thread = await trx
      .selectFrom('messages')
      .select('external_id')
      .where('conversation_id', '=', row.conversation_id)
      .orderBy('sent_at', 'desc')
      .orderBy('id', 'desc')
      .limit(THREAD)
      .execute()
    const answered =
      row.in_reply_to === null
        ? undefined
        : await trx
            .selectFrom('messages')
            .select(['external_id', 'meta', 'text', 'sent_at', 'subject'])
            .where('account_id', '=', row.account_id)
            .where('external_id', '=', row.in_reply_to)
            .executeTakeFirst()
    return {
      key: row.id,
      audience: row.audience,
      text: row.text,
      ...(conversation.subject === null ? {} : { subject: conversation.subject }),
      to: { externalId: author.external_id, handle: author.handle, displayName: author.display_name },
      conversationKey: conversation.external_id,
      ...(answered === undefined
        ? {}
        : {
            inReplyTo: {
              messageId: answered.external_id,
              meta: answered.meta,
              text: answered.text,
              sentAt: answered.sent_at.getTime(),
              ...(answered.subject === null ? {} : { subject: answered.subject }),
            },
          }),
      thread: thread.map((m) => m.external_id).reverse(),
      ...(row.target.optOut === true && { optOut: true as const }),
      attachments: [],
      // The same at each attempt until a person lets it go again: what carries one key must say one thing.
      since: row.ready_at.getTime(),
    }
  })
