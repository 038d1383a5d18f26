import { createHash } from 'node:crypto'
import type { Insertable } from 'kysely'
import { holdDelivery } from '#core/delivery/undo.ts'
import { allowedAudiences } from '#core/privacy/go-private.ts'
import { connectorOf } from '#server/channels/open-channel.ts'
import { recordEvents } from '#server/db/record-events.ts'
import type { Row, Schema } from '#server/db/schema.ts'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import { deliveryChanges } from '#server/deliveries/delivery-row.ts'
import { type Actor, type Desk, NOT_FOUND, type Refused } from '#server/desk.ts'
import { namesOf, shapeDelivery } from '#server/queries/case-parts.ts'
import { newsSince } from './news-since.ts'
import { readWithGuard } from './read-with-guard.ts'

export interface Reply {
  id: string
  deliveryId: string
  audience: 'public' | 'private'
  text: string
  accountId: string
  seenMark: string
  despiteNews?: boolean | undefined
  resolveAfter?: boolean | undefined
  urgent?: boolean | undefined
}

/** Whether these words may leave on this account at all, before they are read (G5, P2). */
const refuseWay = (desk: Desk, row: Row<'cases'>, account: Row<'channel_accounts'>, reply: Reply): Refused | null => {
  if (account.id !== reply.accountId) return { refused: 'wrong-account', data: { accountId: account.id } }
  if (account.state !== 'connected')
    return { refused: 'account-needs-attention', data: { attention: account.attention } }
  if (!allowedAudiences(row.audience).includes(reply.audience)) return { refused: 'private-stays-private' }
  const { publicReply, private: way } = connectorOf(desk, account).capabilities
  if (reply.audience === 'public' && !publicReply) return { refused: 'no-public-reply' }
  // What came in private is answered where it came in, even by a network that starts no private conversation.
  const opens = reply.audience === 'private' && row.audience === 'public'
  if (opens && way.privateWay === 'none') return { refused: 'no-private-messages' }
  return null
}

/** The same press of « send », repeated; never other words, or elsewhere, under its id. */
const isSameReply = (known: Row<'deliveries'>, { id, audience, text }: Reply): boolean =>
  known.case_id === id && known.audience === audience && known.text === text

const answeredMessage = (trx: Trx, conversationId: string) =>
  trx
    .selectFrom('messages')
    .select('external_id')
    .where('conversation_id', '=', conversationId)
    .where('direction', '=', 'in')
    .where('deleted_at', 'is', null)
    .orderBy('sent_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

/** The reply as a delivery on hold: its words, what the guard said of them, and what the writer had seen. */
const insertHeld = async (trx: Trx, desk: Desk, actor: Actor, row: Row<'cases'>, reply: Reply, guard: object) => {
  const now = desk.now()
  const workspace = await trx
    .selectFrom('workspaces')
    .select('undo_ms')
    .where('id', '=', row.workspace_id)
    .executeTakeFirstOrThrow()
  const held = holdDelivery({
    id: reply.deliveryId,
    conversationId: row.conversation_id,
    sequence: 0,
    priority: reply.urgent === true ? 'urgent' : 'routine',
    now,
    undoMs: workspace.undo_ms,
  })
  const values = {
    ...deliveryChanges(held, now),
    id: reply.deliveryId,
    workspace_id: row.workspace_id,
    account_id: row.account_id,
    conversation_id: row.conversation_id,
    case_id: row.id,
    member_id: actor.memberId,
    audience: reply.audience,
    text: reply.text,
    content_hash: createHash('sha256').update(reply.text).digest(),
    in_reply_to: (await answeredMessage(trx, row.conversation_id))?.external_id ?? null,
    urgent: reply.urgent === true,
    guard: JSON.stringify(guard),
    queued_at: new Date(now),
    seen_received: row.fold.received,
    resolve_after: reply.resolveAfter === true,
  } as Insertable<Schema['deliveries']>
  return trx.insertInto('deliveries').values(values).returningAll().executeTakeFirstOrThrow()
}

/**
 * Gives words to the delivery (A1): the account shown is the account used (G5), the thread has not moved on unseen, the guard reads them
 * again on the server's own facts, and only then are they held for the undo. The same delivery id, sent twice, is one delivery.
 */
export const sendReply = async (desk: Desk, actor: Actor, reply: Reply) => {
  const answer = await inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const row = await trx.selectFrom('cases').selectAll().where('id', '=', reply.id).forUpdate().executeTakeFirst()
    if (row === undefined) return NOT_FOUND
    const known = await trx.selectFrom('deliveries').selectAll().where('id', '=', reply.deliveryId).executeTakeFirst()
    if (known !== undefined)
      return isSameReply(known, reply)
        ? shapeDelivery(known, await namesOf(trx, [known.member_id]))
        : ({ refused: 'delivery-taken' } satisfies Refused)
    const account = await trx
      .selectFrom('channel_accounts')
      .selectAll()
      .where('id', '=', row.account_id)
      .executeTakeFirstOrThrow()
    const refusal = refuseWay(desk, row, account, reply)
    if (refusal !== null) return refusal
    const news = await newsSince(trx, row, reply.seenMark)
    // Knowing that a colleague answers too is one thing; what was said since must be seen, whatever is known.
    if (news !== null && (news.thread || reply.despiteNews !== true))
      return { refused: 'thread-moved-on', data: { ...news } } satisfies Refused
    const read = await readWithGuard(desk, trx, row, account, reply)
    if ('refused' in read) return read
    const held = await insertHeld(trx, desk, actor, row, reply, read)
    await trx
      .deleteFrom('drafts')
      .where('case_id', '=', row.id)
      .where('member_id', '=', actor.memberId)
      .where('audience', '=', reply.audience)
      .execute()
    await recordEvents(trx, actor.workspaceId, [
      {
        name: 'delivery.held',
        at: desk.now(),
        memberId: actor.memberId,
        accountId: row.account_id,
        caseId: row.id,
        conversationId: row.conversation_id,
        data: { deliveryId: held.id, audience: held.audience, warnings: read.findings.map((f) => f.rule) },
      },
    ])
    return shapeDelivery(held, await namesOf(trx, [held.member_id]))
  })
  desk.wake('deliver')
  return answer
}
