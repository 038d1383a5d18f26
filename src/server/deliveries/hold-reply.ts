import { createHash } from 'node:crypto'
import type { Insertable } from 'kysely'
import { holdDelivery } from '#core/delivery/undo.ts'
import { recordEvents } from '#server/db/record-events.ts'
import type { Row, Schema } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import { deliveryChanges } from './delivery-row.ts'
import type { GuardRead } from './guard-read.ts'
import type { Reply } from './reply.ts'

/** Words that may leave: nothing made them wait, or their request is approved. */
export type Cleared = Pick<Reply, 'deliveryId' | 'audience' | 'text' | 'urgent' | 'resolveAfter'> & {
  writerId: string
  /** Those who approved them; null where nobody had to. */
  approvedBy: readonly string[] | null
  /** What the connector must know besides: that nobody asked for these words, and how to have no more of them. */
  target?: { optOut: true }
}

export const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest()

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

/** The only maker of deliveries: the words on hold for the undo, what the guard said of them, and what their writer had seen (A1, V1). */
export const holdReply = async (
  trx: Trx,
  desk: Desk,
  row: Row<'cases'>,
  reply: Cleared,
  guard: GuardRead,
): Promise<Row<'deliveries'>> => {
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
    member_id: reply.writerId,
    approval_id: reply.approvedBy === null ? null : reply.deliveryId,
    audience: reply.audience,
    text: reply.text,
    content_hash: hashOf(reply.text),
    ...(reply.target !== undefined && { target: JSON.stringify(reply.target) }),
    in_reply_to: (await answeredMessage(trx, row.conversation_id))?.external_id ?? null,
    urgent: reply.urgent === true,
    guard: JSON.stringify(guard),
    queued_at: new Date(now),
    seen_received: row.fold.received,
    resolve_after: reply.resolveAfter === true,
  } as Insertable<Schema['deliveries']>
  const delivery = await trx.insertInto('deliveries').values(values).returningAll().executeTakeFirstOrThrow()
  const approved = reply.approvedBy === null ? {} : { approvedBy: reply.approvedBy }
  await recordEvents(trx, row.workspace_id, [
    {
      name: 'delivery.held',
      at: now,
      memberId: reply.writerId,
      accountId: row.account_id,
      caseId: row.id,
      conversationId: row.conversation_id,
      data: {
        deliveryId: delivery.id,
        audience: delivery.audience,
        warnings: guard.findings.map((f) => f.rule),
        ...approved,
      },
    },
  ])
  return delivery
}
