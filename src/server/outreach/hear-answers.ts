import { sql } from 'kysely'
import { asksToStop } from '#core/outreach/opt-out.ts'
import { recordIncident } from '#server/crisis/record.ts'
import { recordEvents } from '#server/db/record-events.ts'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'

/** News that is written while this looks is found by the next look. */
const OVERLAP_MS = 2 * 60_000

interface AnswerRow {
  person_id: string
  customer_ids: string[]
  answered_at: Date | null
  same: boolean
  message_id: string
  conversation_id: string
  author_id: string
  case_id: string | null
  external_id: string
  address: string | null
  text: string
  subject: string | null
  sent_at: Date
  automatic: boolean
}

/** What the people who were told have written since, in the same exchange or in another. */
const readAnswers = async (trx: Trx, outreach: Row<'outreaches'>): Promise<AnswerRow[]> => {
  const since = new Date(outreach.looked_at.getTime() - OVERLAP_MS)
  const { rows } = await sql<AnswerRow>`
    select p.id as person_id, p.customer_ids, p.answered_at, m.conversation_id = k.conversation_id as same, m.id as message_id,
      m.conversation_id, k.author_id, mk.id as case_id, a.external_id, p.address, m.text, m.subject, m.sent_at,
      coalesce((m.meta->>'automatic')::boolean, false) as automatic
    from outreach_people p join deliveries d on d.id = p.id and d.state = 'sent' join cases k on k.id = p.case_id
      join authors a on a.id = k.author_id
      join conversations v on v.workspace_id = p.workspace_id and v.author_id = k.author_id and v.last_message_at >= p.given_at
      join messages m on m.conversation_id = v.id and m.direction = 'in' and m.sent_at >= d.sent_at and m.received_at >= ${since}
      left join cases mk on mk.conversation_id = m.conversation_id
    where p.outreach_id = ${outreach.id}::uuid and p.state = 'given' and m.deleted_at is null
    order by m.sent_at, m.id`.execute(trx)
  return rows
}

const keepObjection = async (trx: Trx, desk: Desk, workspaceId: string, row: AnswerRow): Promise<void> => {
  const named = [
    { kind: 'author' as const, value: row.author_id },
    ...(row.address === null ? [] : [{ kind: 'email' as const, value: row.address }]),
    ...row.customer_ids.map((value) => ({ kind: 'customer' as const, value })),
  ]
  const { numInsertedOrUpdatedRows: kept } = await trx
    .insertInto('objections')
    .values(
      named.map((one) => ({ ...one, workspace_id: workspaceId, said_at: row.sent_at, message_id: row.message_id })),
    )
    .onConflict((c) => c.columns(['workspace_id', 'kind', 'value']).doNothing())
    .executeTakeFirstOrThrow()
  if (kept === undefined || kept === 0n) return
  const happened = {
    name: 'objection.noted',
    at: desk.now(),
    memberId: null,
    data: { messageId: row.message_id },
  } as const
  await recordEvents(trx, workspaceId, [{ ...happened, ...(row.case_id !== null && { caseId: row.case_id }) }])
}

const joinIncident = (trx: Trx, desk: Desk, { workspace_id, incident_id }: Row<'outreaches'>, row: AnswerRow) =>
  trx
    .insertInto('incident_mentions')
    .values({
      ...{ workspace_id, incident_id, message_id: row.message_id, conversation_id: row.conversation_id },
      ...{ sent_at: row.sent_at, linked_at: new Date(desk.now()) },
    })
    .onConflict((c) => c.columns(['incident_id', 'message_id']).doNothing())
    .execute()

/** Those who were told write back: it is counted and joins the incident, and whoever asks for no more is left alone for ever (C2). */
export const hearAnswers = async (trx: Trx, desk: Desk, outreach: Row<'outreaches'>): Promise<number> => {
  const rows = (await readAnswers(trx, outreach)).filter(({ automatic }) => !automatic)
  const heard = new Set<string>()
  for (const row of rows) {
    if (asksToStop(row.text, row.subject)) await keepObjection(trx, desk, outreach.workspace_id, row)
    if (!row.same) continue
    await joinIncident(trx, desk, outreach, row)
    if (row.answered_at !== null || heard.has(row.person_id)) continue
    heard.add(row.person_id)
    await trx.updateTable('outreach_people').set({ answered_at: row.sent_at }).where('id', '=', row.person_id).execute()
    const data = { outreachId: outreach.id }
    const incident = { id: outreach.incident_id, workspace_id: outreach.workspace_id }
    await recordIncident(trx, desk, incident, {
      ...{ name: 'outreach.answered', memberId: null, data },
      ...(row.case_id !== null && { caseId: row.case_id }),
    })
  }
  await trx
    .updateTable('outreaches')
    .set({ looked_at: new Date(desk.now()) })
    .where('id', '=', outreach.id)
    .execute()
  return heard.size
}
