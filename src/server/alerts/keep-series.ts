import { recordEvents } from '#server/db/record-events.ts'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import type { Looked } from './follow-series.ts'

/** Keeps what a series learned, and says when an account falls silent or is heard again; a look at which nothing changed writes nothing. */
export const keepSeries = async (
  trx: Trx,
  desk: Desk,
  { workspaceId, accountId }: { workspaceId: string; accountId: string | null },
  row: Row<'surge_series'> | null,
  { series, bucketAt, running }: Looked,
): Promise<void> => {
  const { feed, silence } = running
  const now = desk.now()
  const feed_since = row?.feed === feed ? row.feed_since : new Date(silence?.sinceAt ?? now)
  const kept = { series: JSON.stringify(series), bucket_at: new Date(bucketAt), feed, feed_since }
  if (row === null)
    await trx
      .insertInto('surge_series')
      .values({ workspace_id: workspaceId, account_id: accountId, ...kept })
      .execute()
  else if (row.bucket_at.getTime() !== bucketAt || row.feed !== feed)
    await trx
      .updateTable('surge_series')
      .set(kept)
      .where('workspace_id', '=', workspaceId)
      .where('account_id', accountId === null ? 'is' : '=', accountId)
      .execute()
  // A channel that is down is told by its own event.
  const name = changeOf(row?.feed ?? 'heard', feed)
  if (name === null) return
  const about = accountId === null ? {} : { accountId }
  await recordEvents(trx, workspaceId, [
    { name, at: now, memberId: null, ...about, data: { since: feed_since.getTime() } },
  ])
}

const changeOf = (before: Looked['running']['feed'], after: Looked['running']['feed']) => {
  if (before !== 'silent' && after === 'silent') return 'channel.fell-silent' as const
  return before === 'silent' && after === 'heard' ? ('channel.heard-again' as const) : null
}
