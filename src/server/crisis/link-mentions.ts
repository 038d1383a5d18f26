import { sql } from 'kysely'
import { belongsTo, type Matching } from '#core/crisis/matching.ts'
import type { Topic } from '#core/triage/labels.ts'
import type { Trx } from '#server/db/transaction.ts'

export interface MentionSeen {
  messageId: string
  conversationId: string
  accountId: string
  text: string
  topic: Topic | null
  sentAt: number
}

export interface Looking {
  id: string
  matching: Matching
  since_at: Date
}

/** What each incident looks for in each mention; a conversation that is linked already brings its next words with it. */
const rowsFor = (incidents: readonly Looking[], mentions: readonly MentionSeen[]) =>
  incidents.flatMap(({ id, matching, since_at }) => {
    const linked = new Set<string>()
    return mentions.flatMap((seen) => {
      if (seen.sentAt < since_at.getTime()) return []
      const says = linked.has(seen.conversationId) || belongsTo(matching, seen)
      if (says) linked.add(seen.conversationId)
      const { messageId, conversationId, sentAt } = seen
      return [
        {
          ...{ incident_id: id, message_id: messageId, conversation_id: conversationId },
          ...{ sent_at: new Date(sentAt).toISOString(), says },
        },
      ]
    })
  })

/**
 * Links mentions to the incidents that they belong to, all in one query: by what they say, since their conversation is
 * linked, or since they stand below what the brand told everybody of it. A
 * conversation that somebody has unlinked stays out.
 */
export const linkMentions = async (
  trx: Trx,
  workspaceId: string,
  now: number,
  incidents: readonly Looking[],
  mentions: readonly MentionSeen[],
): Promise<number> => {
  const rows = rowsFor(incidents, mentions)
  if (rows.length === 0) return 0
  const { numAffectedRows } = await sql`
    insert into incident_mentions (workspace_id, incident_id, message_id, conversation_id, sent_at, linked_at)
    select ${workspaceId}::uuid, r.incident_id, r.message_id, r.conversation_id, r.sent_at, ${new Date(now)}::timestamptz
    from json_to_recordset(${JSON.stringify(rows)}::json) as r (incident_id uuid, message_id uuid, conversation_id uuid,
      sent_at timestamptz, says boolean)
    where not exists (select from incident_mentions u where u.conversation_id = r.conversation_id
        and u.incident_id = r.incident_id and u.unlinked_at is not null)
      and (r.says or exists (select from incident_mentions k where k.conversation_id = r.conversation_id
        and k.incident_id = r.incident_id)
        or exists (select from messages m
          join messages o on o.account_id = m.account_id and o.external_id = m.parent_external_id and o.direction = 'out'
          join statement_posts p on p.conversation_id = o.conversation_id join statements s on s.id = p.statement_id
          where m.id = r.message_id and s.incident_id = r.incident_id))
    on conflict do nothing`.execute(trx)
  return Number(numAffectedRows ?? 0)
}
