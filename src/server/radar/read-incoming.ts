import { sql } from 'kysely'
import { hashOf } from '#core/radar/min-hash.ts'
import type { HeardMessage } from '#core/radar/radar.ts'
import { DAY_MS, HOUR_MS, type Instant } from '#core/time.ts'
import type { Trx } from '#server/db/transaction.ts'
import { firstIdAt } from '#server/new-id.ts'

/** What is fetched after an outage or at the first connection is no event of now. */
const NEWS_MS = HOUR_MS
/** A message whose transaction is still running has an id already: it is waited for. */
const LAG_MS = 10_000
/** So much of the past is heard by a radar that is new. */
const PAST_MS = 14 * DAY_MS

const MOST_AT_ONCE = 1_000

interface Incoming {
  id: string
  text: string
  subject: string | null
  received_at: Date
  author_id: string | null
  followers: number | null
  connector: string
  topic: HeardMessage['topic']
  sentiment: HeardMessage['sentiment']
}

/** Where a new radar begins: when the brand began to listen, or two weeks ago. */
export const beginningOf = async (trx: Trx, workspaceId: string, now: Instant): Promise<Instant> => {
  const { rows } = await sql<{ first: Date | null }>`
    select min(connected_at) as first from channel_accounts where workspace_id = ${workspaceId}::uuid`.execute(trx)
  return Math.max(now - PAST_MS, rows[0]?.first?.getTime() ?? now)
}

/** The next messages of the public after one that was heard, in their order: a range of the primary key, however many there are. */
export const readIncoming = async (
  trx: Trx,
  workspaceId: string,
  after: string,
  now: Instant,
): Promise<{ messages: readonly HeardMessage[]; until: string; more: boolean }> => {
  const edge = firstIdAt(now - LAG_MS)
  const { rows } = await sql<Incoming>`
    select m.id, left(m.text, 4000) as text, m.subject, m.received_at, m.author_id, a.followers, c.connector, r.topic, r.sentiment
    from messages m join channel_accounts c on c.id = m.account_id
      left join authors a on a.id = m.author_id left join message_readings r on r.message_id = m.id
    where m.workspace_id = ${workspaceId}::uuid and m.id > ${after}::uuid and m.id < ${edge}::uuid
      and m.direction = 'in' and m.deleted_at is null and m.sent_at > m.received_at - ${NEWS_MS} * interval '1 millisecond'
      and m.meta->>'automatic' is null
    order by m.id limit ${MOST_AT_ONCE}`.execute(trx)
  const last = rows.at(-1)
  const more = rows.length === MOST_AT_ONCE
  const messages = rows.map((row) => ({
    id: row.id,
    at: row.received_at.getTime(),
    text: row.subject === null ? row.text : `${row.subject}\n${row.text}`,
    author: hashOf(row.author_id ?? row.id),
    followers: row.followers ?? 0,
    network: row.connector,
    topic: row.topic,
    sentiment: row.sentiment,
  }))
  return { messages, until: more && last !== undefined ? last.id : edge > after ? edge : after, more }
}
