import type { Outgoing } from '#connectors/connector.ts'
import { connectorOf } from '#server/channels/open-channel.ts'
import type { Row } from '#server/db/schema.ts'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import { earlierOwnPost } from '#server/statements/own-thread.ts'

const THREAD = 50

type Answered = Pick<Row<'messages'>, 'external_id' | 'meta' | 'text' | 'sent_at' | 'subject'>

const answeredMessage = async (trx: Trx, row: Row<'deliveries'>): Promise<Answered | undefined> =>
  row.in_reply_to === null
    ? undefined
    : trx
        .selectFrom('messages')
        .select(['external_id', 'meta', 'text', 'sent_at', 'subject'])
        .where('account_id', '=', row.account_id)
        .where('external_id', '=', row.in_reply_to)
        .executeTakeFirst()

/** Words that answer nobody open the brand's own thread, take the place of the post that is there, or follow it (C1). */
const ownPlace = async (desk: Desk, trx: Trx, row: Row<'deliveries'>) => {
  const account = await trx
    .selectFrom('channel_accounts')
    .select('connector')
    .where('id', '=', row.account_id)
    .executeTakeFirstOrThrow()
  const earlier = await earlierOwnPost(trx, row)
  if (earlier === undefined) return { own: true as const }
  return connectorOf(desk, account).capabilities.editOwn
    ? { own: true as const, replaces: { externalId: earlier.external_id, meta: earlier.meta } }
    : { own: true as const, ...answering(earlier) }
}

const answering = (answered: Answered | undefined) =>
  answered === undefined
    ? {}
    : {
        inReplyTo: {
          messageId: answered.external_id,
          meta: answered.meta,
          text: answered.text,
          sentAt: answered.sent_at.getTime(),
          ...(answered.subject === null ? {} : { subject: answered.subject }),
        },
      }

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
    const place = conversation.own ? await ownPlace(desk, trx, row) : answering(await answeredMessage(trx, row))
    return {
      key: row.id,
      audience: row.audience,
      text: row.text,
      ...(conversation.subject === null ? {} : { subject: conversation.subject }),
      to: { externalId: author.external_id, handle: author.handle, displayName: author.display_name },
      conversationKey: conversation.external_id,
      ...place,
      thread: thread.map((m) => m.external_id).reverse(),
      ...(row.target.optOut === true && { optOut: true as const }),
      attachments: [],
      // The same at each attempt until a person lets it go again: what carries one key must say one thing.
      since: row.ready_at.getTime(),
    }
  })
