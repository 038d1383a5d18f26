import { sql } from 'kysely'
import type { HeardMessage, Voice } from '#core/crisis/hear-gravity.ts'
import type { Heat } from '#core/crisis/heat.ts'
import { HOUR_MS, type Instant } from '#core/time.ts'
import type { Flag, Topic, UrgentReason } from '#core/triage/labels.ts'
import type { Trx } from '#server/db/transaction.ts'
import { firstIdAt } from '#server/new-id.ts'

/** Whose messages: of one account or of all, or those that belong to an incident. */
export interface HeardWhere {
  workspaceId: string
  accountId?: string | null
  topic?: Topic | null
  incidentId?: string
}

/** Beyond so many the newest are read: a gauge needs a crowd, not each head. */
export const MOST_MESSAGES = 3_000
const MOST_VOICES = 5_000

const fresh = sql`m.sent_at > m.received_at - interval '1 hour'`

const among = ({ workspaceId, accountId = null, topic = null, incidentId }: HeardWhere, since: Instant) =>
  incidentId === undefined
    ? sql`m.workspace_id = ${workspaceId}::uuid and m.direction = 'in' and m.id >= ${firstIdAt(since)}::uuid and ${fresh}
        and (${accountId}::uuid is null or m.account_id = ${accountId}::uuid)
        and (${topic}::text is null or exists (select from message_readings t where t.message_id = m.id and t.topic = ${topic}::text))`
    : // The incident's newest mentions first, then their messages: never all that a brand has ever heard.
      sql`m.workspace_id = ${workspaceId}::uuid and m.direction = 'in' and m.id in (select message_id from
        (select message_id from incident_mentions where incident_id = ${incidentId}::uuid and unlinked_at is null
          and sent_at >= ${new Date(since)}::timestamptz order by sent_at desc limit 20000) newest)`

interface VoiceRow {
  id: string
  handle: string
  display_name: string
  followers: number | null
  bio: string | null
  connector: string
  first_at: Date
  was_known: boolean
}

/** Everybody who wrote since, once each; `networkOf` names the network of a connector. */
export const listVoices = async (
  trx: Trx,
  where: HeardWhere,
  since: Instant,
  networkOf: (connector: string) => string,
): Promise<readonly Voice[]> => {
  const { rows } = await sql<VoiceRow>`
    select a.id, a.handle, a.display_name, a.followers, a.profile->>'bio' as bio, a.connector, w.first_at,
      a.first_seen_at < ${new Date(since)} as was_known
    from (select m.author_id, min(m.sent_at) as first_at from messages m
      where ${among(where, since)} and m.author_id is not null group by m.author_id) w
    join authors a on a.id = w.author_id
    order by a.followers desc nulls last, w.first_at, a.id limit ${MOST_VOICES}`.execute(trx)
  return rows.map((row) => ({
    ...{ id: row.id, handle: row.handle, displayName: row.display_name, followers: row.followers, bio: row.bio },
    ...{ network: networkOf(row.connector), firstAt: row.first_at.getTime(), wasKnown: row.was_known },
  }))
}

interface MessageRow {
  author_id: string | null
  id: string
  text: string
  reasons: UrgentReason[] | null
  flags: Flag[] | null
}

const heatOf = ({ reasons, flags }: MessageRow): readonly Heat[] => [
  ...(reasons?.includes('safety') === true || flags?.includes('safety') === true ? (['danger'] as const) : []),
  ...(reasons?.includes('legal-threat') === true ? (['justice'] as const) : []),
]

/** What was said in the last hour, the newest first; what nobody signed is each somebody's own. */
export const listHeard = async (
  trx: Trx,
  where: HeardWhere,
  since: Instant,
  now: Instant,
): Promise<readonly HeardMessage[]> => {
  const { rows } = await sql<MessageRow>`
    select m.id, m.author_id, left(m.text, 2000) as text, r.reasons, r.flags
    from messages m left join message_readings r on r.message_id = m.id
    where ${among(where, Math.max(since, now - HOUR_MS))} order by m.id desc limit ${MOST_MESSAGES}`.execute(trx)
  return rows.map((row) => ({ by: row.author_id ?? row.id, text: row.text, alsoHeat: heatOf(row) }))
}
