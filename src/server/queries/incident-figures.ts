import { sql } from 'kysely'
import { type Criterion, readCriteria } from '#core/crisis/closing.ts'
import { usualAt } from '#core/surge/usual-at.ts'
import { HOUR_MS } from '#core/time.ts'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'

export interface IncidentFigures {
  mentions: number
  cases: number
  answered: number
  owed: number
  late: number
}

/** What became of the mentions of an incident: how many customers wrote, who has an answer, who waits, who waits too long (A1, A2). */
export const figuresOf = async (trx: Trx, incidentId: string, now: number): Promise<IncidentFigures> => {
  const { rows } = await sql<IncidentFigures>`
    with linked as (
      select conversation_id, count(*) as mentions from incident_mentions
      where incident_id = ${incidentId}::uuid and unlinked_at is null group by conversation_id)
    select coalesce(sum(l.mentions), 0)::int as mentions, count(c.id)::int as cases,
      (count(*) filter (where c.due_at is null and c.last_out_at is not null))::int as answered,
      (count(*) filter (where c.due_at is not null))::int as owed,
      (count(*) filter (where c.due_at < ${new Date(now)}::timestamptz))::int as late
    from linked l left join cases c on c.conversation_id = l.conversation_id`.execute(trx)
  return rows[0] ?? { mentions: 0, cases: 0, answered: 0, owed: 0, late: 0 }
}

/** How many messages are usual in an hour, for the accounts of the incident; null while no habit is known. */
export const usualHourOf = async (trx: Trx, incident: Row<'incidents'>, now: number): Promise<number | null> => {
  const rows = await trx
    .selectFrom('surge_series')
    .select(['account_id', 'series'])
    .where('workspace_id', '=', incident.workspace_id)
    .execute()
  const { accountIds } = incident.matching
  const own = rows.filter(({ account_id }) =>
    accountIds.length === 0 ? account_id === null : account_id !== null && accountIds.includes(account_id),
  )
  const usual = own.map(({ series }) => {
    const inBucket = usualAt(series, now)
    return inBucket === null ? null : (inBucket * HOUR_MS) / series.bucketMs
  })
  return usual.length === 0 ? null : usual.reduce((sum, n) => (sum === null || n === null ? null : sum + n), 0)
}

/** Whether the cell may be closed: each criterion as it stands now (C3). */
export const criteriaOf = async (
  trx: Trx,
  incident: Row<'incidents'>,
  now: number,
  figures?: IncidentFigures,
): Promise<Criterion[]> => {
  const { late } = figures ?? (await figuresOf(trx, incident.id, now))
  const { rows } = await sql<{ hour: number; unconfirmed: number; untold: number }>`
    select
      (select count(*) from incident_mentions where incident_id = ${incident.id}::uuid and unlinked_at is null
        and sent_at > ${new Date(now - HOUR_MS)}::timestamptz)::int as hour,
      (select count(*) from (select distinct on (line_id) state from may_say where incident_id = ${incident.id}::uuid
        order by line_id, id desc) s where s.state = 'unconfirmed')::int as unconfirmed,
      (select count(*) from outreach_people p join outreaches o on o.id = p.outreach_id where o.incident_id = ${incident.id}::uuid
        and o.state in ('asked', 'running', 'paused') and p.state = 'planned')::int as untold`.execute(trx)
  return readCriteria({
    ...{ now, late, lastHour: rows[0]?.hour ?? 0, unconfirmed: rows[0]?.unconfirmed ?? 0 },
    usualHour: await usualHourOf(trx, incident, now),
    declaredAt: incident.declared_at.getTime(),
    lastPublicAt: incident.last_public_at?.getTime() ?? null,
    untold: rows[0]?.untold ?? 0,
  })
}
