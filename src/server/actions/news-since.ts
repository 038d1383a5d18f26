import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import { readThreadMark } from '#server/queries/thread.ts'

export interface News {
  /** Something came, was edited or deleted after the writer looked. */
  thread: boolean
  /** Replies of this conversation that are on their way already. */
  replies: { id: string; memberId: string | null }[]
}

/**
 * What happened in the thread since the writer looked, read in the transaction that sends: two colleagues never answer the same words,
 * and nobody answers words that have changed (A1). Null: nothing.
 */
export const newsSince = async (trx: Trx, row: Row<'cases'>, seenMark: string): Promise<News | null> => {
  const thread = (await readThreadMark(trx, row.conversation_id)) !== seenMark
  const replies = await trx
    .selectFrom('deliveries')
    .select(['id', 'member_id'])
    .where('conversation_id', '=', row.conversation_id)
    .where('state', 'in', ['held', 'queued', 'sending', 'unknown', 'to-check', 'stale'])
    .where('finished_at', 'is', null)
    .execute()
  if (!thread && replies.length === 0) return null
  return { thread, replies: replies.map((r) => ({ id: r.id, memberId: r.member_id })) }
}
