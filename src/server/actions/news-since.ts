import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import { readThreadMark } from '#server/queries/thread.ts'

export interface News {
  /** Something came, was edited or deleted after the writer looked. */
  thread: boolean
  /** Replies of this conversation that are on their way already, or that wait to be approved. */
  replies: { id: string; memberId: string | null }[]
}

/**
 * What happened in the thread since the writer looked, read in the transaction that sends: two colleagues never answer the same words,
 * and nobody answers words that have changed (A1). Null: nothing.
 */
export const newsSince = async (
  trx: Trx,
  row: Row<'cases'>,
  seenMark: string,
  /** The request that is being decided is no news to whoever decides. */
  except: string | null = null,
): Promise<News | null> => {
  const thread = (await readThreadMark(trx, row.conversation_id)) !== seenMark
  const replies = await trx
    .selectFrom('deliveries')
    .select(['id', 'member_id'])
    .where('conversation_id', '=', row.conversation_id)
    .where('state', 'in', ['held', 'queued', 'sending', 'unknown', 'to-check', 'stale'])
    .where('finished_at', 'is', null)
    .execute()
  const waiting = await trx
    .selectFrom('approvals')
    .select(['id', 'writer_id as member_id'])
    .where('case_id', '=', row.id)
    .where('state', '=', 'waiting')
    .$if(except !== null, (q) => q.where('id', '<>', except ?? ''))
    .execute()
  const others = [...replies, ...waiting]
  if (!thread && others.length === 0) return null
  return { thread, replies: others.map((r) => ({ id: r.id, memberId: r.member_id })) }
}
