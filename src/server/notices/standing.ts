import { sql } from 'kysely'
import { SAME_THING_MS, type Standing } from '#core/notification/decide.ts'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'

type Telling = Pick<Row<'tellings'>, 'notification_id' | 'member_id' | 'means' | 'target_id'>

/** What a notice asks for is done or gone when the thing it speaks of has moved on; what has no such state is never over. */
const over = sql<boolean>`case
  when n.kind in ('approval.asked', 'approval.given', 'approval.escalated', 'approval.passed-on', 'approval.holding-offered', 'approval.late')
    then not exists (select from approvals a where a.id = (n.data->>'approvalId')::uuid and a.state = 'waiting')
  when n.kind in ('delivery.refused', 'delivery.to-check', 'delivery.stale')
    then not exists (select from deliveries d where d.id = (n.data->>'deliveryId')::uuid and n.kind = 'delivery.' || d.state)
  when n.kind in ('commitment.near', 'commitment.passed')
    then not exists (select from commitments c where c.id = (n.data->>'commitmentId')::uuid and c.outcome is null)
  when n.kind in ('question.asked', 'question.near', 'question.to-head', 'question.escalated')
    then not exists (select from case_questions q where q.id = (n.data->>'questionId')::uuid and q.answered_at is null)
  when n.kind in ('digest.near', 'digest.passed')
    then not exists (select from digest_lines l where l.workspace_id = n.workspace_id and l.week = (n.data->>'week')::date and l.answered_at is null)
  when n.kind = 'channel-needs-attention'
    then not exists (select from channel_accounts a where a.id = (n.data->>'accountId')::uuid and a.state = 'needs-attention')
  when n.kind in ('alert.raised', 'alert.untaken')
    then not exists (select from alerts a where a.id = (n.data->>'alertId')::uuid and a.taken_at is null and a.over_at is null)
  when n.kind in ('incident.declared', 'incident.role-given')
    then not exists (select from incidents i where i.id = (n.data->>'incidentId')::uuid and i.closed_at is null)
  when n.kind in ('incident.pilot-given', 'incident.pilot-untaken') then not exists (select from incident_roles r
    where r.incident_id = (n.data->>'incidentId')::uuid and r.role = 'pilot' and r.taken_at is null and r.ended_at is null)
  when n.kind = 'incident.update-late' then not exists (select from incidents i
    where i.id = (n.data->>'incidentId')::uuid and i.public_told_at is not null and i.closed_at is null)
  when n.kind = 'situation-note.drafted' then not exists (select from situation_notes s
    where s.incident_id = (n.data->>'incidentId')::uuid and s.step = n.data->>'step' and s.sent_at is null)
  when n.kind = 'alert.gravity'
    then not exists (select from alerts a where a.id = (n.data->>'alertId')::uuid and a.over_at is null)
  when n.kind = 'speech.stopped'
    then not exists (select from speech_halts h where h.id = (n.data->>'haltId')::uuid and h.released_at is null)
  when n.kind = 'finding.contested'
    then not exists (select from contests c where c.id = (n.data->>'contestId')::uuid and c.outcome is null)
  when n.kind = 'removal.asked'
    then not exists (select from removals r where r.id = (n.data->>'removalId')::uuid and r.state = 'asked')
  when n.kind = 'autonomy.proposed' then not exists (select from autonomies l
    where l.workspace_id = n.workspace_id and l.member_id = (n.data->>'memberId')::uuid and l.told_at is not null)
  when n.kind = 'case-given' then not exists (select from cases k where k.id = n.case_id and k.owner_id = n.member_id)
  else false end`

/** Read, or its case opened in the desk since it was written. */
const seen = sql<boolean>`(n.read_at is not null or exists (select from presences p
  where p.case_id = n.case_id and p.member_id = n.member_id and p.seen_at >= n.created_at))`

/** The same thing went to the same place, or is on its way there, and lies unread. */
const told = (
  since: Date,
) => sql<boolean>`exists (select from tellings e join notifications m on m.id = e.notification_id
  where e.workspace_id = t.workspace_id and e.member_id = t.member_id and e.means = t.means and e.target_id = t.target_id
    and e.thing = t.thing and e.notification_id <> t.notification_id and e.state in ('sent', 'sending')
    and e.made_at > ${since} and m.read_at is null)`

export interface Weighed extends Standing {
  id: string
  kind: string
  thing: string
  case_id: string | null
  created_at: Date
  case_number: number | null
}

/** Each notice as it stands at the moment of telling, the oldest first. */
export const standingOf = async (trx: Trx, rows: readonly Telling[], now: number): Promise<readonly Weighed[]> => {
  const [first] = rows
  if (first === undefined) return []
  const { rows: found } = await sql<Weighed>`
    select n.id, n.kind, t.thing, n.case_id, n.created_at, k.number as case_number,
      ${seen} as seen, ${over} as over, ${told(new Date(now - SAME_THING_MS))} as told
    from tellings t join notifications n on n.id = t.notification_id left join cases k on k.id = n.case_id
    where t.member_id = ${first.member_id} and t.means = ${first.means} and t.target_id = ${first.target_id}
      and n.id = any(${rows.map((row) => row.notification_id)}::uuid[])
    order by n.created_at, n.id`.execute(trx)
  return found
}
