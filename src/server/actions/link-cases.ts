import { sql } from 'kysely'
import { lockIncident } from '#server/crisis/lock-incident.ts'
import { recordIncident } from '#server/crisis/record.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND, type Refused } from '#server/desk.ts'

interface Linked {
  id: string
  caseId: string
}

const change = (desk: Desk, actor: Actor, { id, caseId }: Linked, isLinked: boolean) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const incident = await lockIncident(trx, id)
    if (incident === undefined) return NOT_FOUND
    if (incident.closed_at !== null) return { refused: 'incident-closed' } satisfies Refused
    const row = await trx
      .selectFrom('cases')
      .select(['id', 'conversation_id'])
      .where('id', '=', caseId)
      .executeTakeFirst()
    if (row === undefined) return NOT_FOUND
    const at = new Date(desk.now())
    await sql`
      insert into incident_mentions (workspace_id, incident_id, message_id, conversation_id, sent_at, linked_at, linked_by,
        unlinked_at, unlinked_by)
      select m.workspace_id, ${id}::uuid, m.id, m.conversation_id, m.sent_at, ${at}::timestamptz, ${actor.memberId}::uuid,
        ${isLinked ? null : at}::timestamptz, ${isLinked ? null : actor.memberId}::uuid
      from messages m where m.conversation_id = ${row.conversation_id}::uuid and m.direction = 'in'
      on conflict (incident_id, message_id) do update set unlinked_at = excluded.unlinked_at, unlinked_by = excluded.unlinked_by,
        linked_by = excluded.linked_by`.execute(trx)
    const name = isLinked ? 'incident.case-linked' : 'incident.case-unlinked'
    await recordIncident(trx, desk, incident, { name, memberId: actor.memberId, caseId, data: { caseId } })
    return { done: true } as const
  })

/** A member says that a case belongs to the incident, whatever it says: its words so far and those to come (C3). */
export const linkCase = (desk: Desk, actor: Actor, linked: Linked) => change(desk, actor, linked, true)

/** A member says that a case is about something else: it is counted no more, and is not linked again by itself (C3). */
export const unlinkCase = (desk: Desk, actor: Actor, linked: Linked) => change(desk, actor, linked, false)
