import { sql } from 'kysely'
import type { MaySayLine } from '#core/guard/may-say.ts'
import type { Trx } from '#server/db/transaction.ts'

interface OpenRow {
  id: string
  title: string
  ours: boolean
  pilot: { id: string; name: string } | null
}

type LineRow = Omit<MaySayLine, 'ours'> & { incident_id: string }

/** The incidents that a case belongs to, each with the pilot who has taken charge of it, if one has: then it may be said (C1, G4). */
export interface CaseIncident {
  id: string
  title: string
  pilot: { id: string; name: string } | null
}

/**
 * What the crisis cells of the brand let every composer say, and the incidents of this conversation. Where no cell is open it is one small
 * question.
 */
export const guardMaySay = async (
  trx: Trx,
  workspaceId: string,
  conversationId: string,
  /** The incident that words to everybody are about, before they have a thread. */
  incidentId: string | null = null,
): Promise<{ maySay: MaySayLine[]; incidents: CaseIncident[] }> => {
  const { rows: open } = await sql<OpenRow>`
    select i.id, i.title, exists (select from incident_mentions m where m.conversation_id = ${conversationId}::uuid
        and m.incident_id = i.id and m.unlinked_at is null)
      -- Whoever is told of an incident belongs to it before they answer.
      or exists (select from cases k join outreach_people p on p.case_id = k.id join outreaches o on o.id = p.outreach_id
        where k.conversation_id = ${conversationId}::uuid and o.incident_id = i.id)
      or exists (select from statement_posts t join statements s on s.id = t.statement_id
        where t.conversation_id = ${conversationId}::uuid and s.incident_id = i.id)
      or i.id is not distinct from ${incidentId}::uuid as ours,
      (select jsonb_build_object('id', p.id, 'name', p.name) from incident_roles r join members p on p.id = r.member_id
        where r.incident_id = i.id and r.role = 'pilot' and r.ended_at is null and r.taken_at is not null) as pilot
    from incidents i where i.workspace_id = ${workspaceId}::uuid and i.closed_at is null order by i.declared_at, i.id`.execute(
    trx,
  )
  if (open.length === 0) return { maySay: [], incidents: [] }
  const ours = new Set(open.flatMap((one) => (one.ours ? [one.id] : [])))
  const { rows: lines } = await sql<LineRow>`
    select incident_id, state, says, words, claims, dates from (
      select distinct on (incident_id, line_id) * from may_say
      where incident_id = any(${open.map(({ id }) => id)}::uuid[]) order by incident_id, line_id, id desc) s
    where state <> 'withdrawn' order by id`.execute(trx)
  return {
    maySay: lines.map(({ incident_id, ...line }) => ({ ...line, ours: ours.has(incident_id) })),
    incidents: open.flatMap(({ id, title, pilot }) => (ours.has(id) ? [{ id, title, pilot }] : [])),
  }
}

/** Whoever answers for a case: its owner, else the pilot who has taken charge of its incident (C1). */
export const inChargeOf = (ownerId: string | null, incidents: readonly CaseIncident[]): string | null =>
  ownerId ?? incidents.find(({ pilot }) => pilot !== null)?.pilot?.id ?? null
