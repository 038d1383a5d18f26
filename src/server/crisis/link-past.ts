import { sql } from 'kysely'
import { MINUTE_MS } from '#core/time.ts'
import type { Topic } from '#core/triage/labels.ts'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import { firstIdAt } from '#server/new-id.ts'
import { linkMentions } from './link-mentions.ts'
import { recordIncident } from './record.ts'

const AT_ONCE = 2_000
/** A batch of news that had begun before the incident was declared is written by then. */
const UNDER_WAY_MS = MINUTE_MS

interface PastRow {
  id: string
  conversation_id: string
  account_id: string
  words: string
  topic: Topic | null
  sent_at: Date
}

/** The walk over what came in from the start of an incident until now, when it is declared or described anew. */
export const walkFrom = (sinceAt: number, now: number) => ({
  ...{ past_cursor: firstIdAt(Math.min(sinceAt, now)), past_until: new Date(now), past_again: false },
})

const readPast = async (trx: Trx, { workspace_id, past_cursor, past_until }: Row<'incidents'>): Promise<PastRow[]> => {
  const { rows } = await sql<PastRow>`
    select m.id, m.conversation_id, m.account_id, concat_ws(E'\n', m.subject, left(m.text, 20000)) as words, r.topic, m.sent_at
    from messages m left join message_readings r on r.message_id = m.id
    where m.workspace_id = ${workspace_id}::uuid and m.id > ${past_cursor}::uuid
      and m.id < ${firstIdAt((past_until?.getTime() ?? 0) + 1)}::uuid and m.direction = 'in'
    order by m.id limit ${AT_ONCE}`.execute(trx)
  return rows
}

/**
 * Some more of the past of an incident, locked by the caller: what came in since its start is looked at once, and the minute around its
 * declaration once more, for the news that was being written then. True while there is more.
 */
export const linkPast = async (trx: Trx, desk: Desk, incident: Row<'incidents'>): Promise<boolean> => {
  const now = desk.now()
  const { past_until: until, past_again: again } = incident
  if (until === null || until.getTime() > now) return false
  const rows = await readPast(trx, incident)
  const mentions = rows.map(({ id, conversation_id, account_id, words, topic, sent_at }) => ({
    ...{ messageId: id, conversationId: conversation_id, accountId: account_id, text: words, topic },
    sentAt: sent_at.getTime(),
  }))
  await linkMentions(trx, incident.workspace_id, now, [incident], mentions)
  const last = rows.length < AT_ONCE ? undefined : rows.at(-1)
  const atEnd = again
    ? { past_cursor: null, past_until: null, past_again: false }
    : {
        ...{ past_cursor: firstIdAt(until.getTime() - UNDER_WAY_MS), past_again: true },
        past_until: new Date(until.getTime() + UNDER_WAY_MS),
      }
  await trx
    .updateTable('incidents')
    .set(last === undefined ? atEnd : { past_cursor: last.id })
    .where('id', '=', incident.id)
    .execute()
  if (last === undefined && !again) {
    const data = { mentions: await countLinked(trx, incident.id) }
    await recordIncident(trx, desk, incident, { name: 'incident.past-linked', memberId: null, data })
  }
  return last !== undefined
}

const countLinked = async (trx: Trx, incidentId: string): Promise<number> => {
  const { count } = await trx
    .selectFrom('incident_mentions')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('incident_id', '=', incidentId)
    .where('unlinked_at', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}
