import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'

export interface News {
  /** Messages that came, or were edited or deleted, after what the writer had on screen. */
  messages: string[]
  /** A colleague's reply that is on its way. */
  replies: { id: string; memberId: string | null }[]
}

/**
 * What happened in the thread since the writer looked, checked in the transaction that sends: two colleagues never answer the same words,
 * and nobody answers words that have changed (A1). Null: nothing.
 */
export const newsSince = async (trx: Trx, row: Row<'cases'>, seenMessageId: string | null): Promise<News | null> => {
  const seen =
    seenMessageId === null
      ? undefined
      : await trx
          .selectFrom('messages')
          .select(['received_at', 'id'])
          .where('id', '=', seenMessageId)
          .executeTakeFirst()
  const since = seen?.received_at ?? new Date(0)
  const messages = await trx
    .selectFrom('messages')
    .select('id')
    .where('conversation_id', '=', row.conversation_id)
    .where('id', '<>', seenMessageId ?? '00000000-0000-0000-0000-000000000000')
    .where((eb) => eb.or([eb('received_at', '>', since), eb('edited_at', '>', since), eb('deleted_at', '>', since)]))
    .limit(20)
    .execute()
  const replies = await trx
    .selectFrom('deliveries')
    .select(['id', 'member_id'])
    .where('conversation_id', '=', row.conversation_id)
    .where('state', 'in', ['held', 'queued', 'sending', 'unknown', 'to-check', 'stale'])
    .where('finished_at', 'is', null)
    .execute()
  if (messages.length === 0 && replies.length === 0) return null
  return { messages: messages.map((m) => m.id), replies: replies.map((r) => ({ id: r.id, memberId: r.member_id })) }
}
