import { isTakenCareOf } from '#core/crisis/roles.ts'
import { isAway } from '#core/rota/on-duty.ts'
import type { Row } from '#server/db/schema.ts'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND } from '#server/desk.ts'
import { rotaOf } from './brand-rota.ts'
import { namesOf } from './case-parts.ts'
import { curveOf } from './incident-curve.ts'
import { criteriaOf, figuresOf } from './incident-figures.ts'
import { maySayOf } from './may-say.ts'

const MOST_LOG = 200

const readRoles = async (trx: Trx, incident: Row<'incidents'>, now: number) => {
  const rows = await trx
    .selectFrom('incident_roles as r')
    .innerJoin('members as m', 'm.id', 'r.member_id')
    .leftJoin('departments as d', 'd.id', 'r.department_id')
    .select(['r.id', 'r.role', 'r.member_id', 'm.name', 'r.department_id', 'd.name as department'])
    .select(['r.given_at', 'r.taken_at', 'r.ended_at'])
    .where('r.incident_id', '=', incident.id)
    .orderBy('r.given_at')
    .orderBy('r.id')
    .execute()
  const { rota } = await rotaOf(trx, incident.workspace_id, now)
  // Of a closed one: who held what at the end.
  const standing = rows.filter(({ ended_at }) =>
    incident.closed_at === null ? ended_at === null : ended_at?.getTime() === incident.closed_at.getTime(),
  )
  return standing.map((row) => ({
    ...{ id: row.id, role: row.role, member: { id: row.member_id, name: row.name } },
    department: row.department_id === null ? null : { id: row.department_id, name: row.department ?? '' },
    ...{ givenAt: row.given_at.getTime(), takenAt: row.taken_at?.getTime() ?? null },
    isAway: isAway(rota, row.member_id, now),
  }))
}

const readLog = async (trx: Trx, incidentId: string) => {
  const rows = await trx
    .selectFrom('incident_log as l')
    .leftJoin('members as m', 'm.id', 'l.member_id')
    .select(['l.id', 'l.at', 'l.name', 'l.member_id', 'm.name as member', 'l.words', 'l.data'])
    .where('l.incident_id', '=', incidentId)
    .orderBy('l.at', 'desc')
    .orderBy('l.id', 'desc')
    .limit(MOST_LOG)
    .execute()
  return rows.map((row) => ({
    ...{ id: row.id, at: row.at.getTime(), name: row.name, words: row.words, data: row.data },
    by: row.member_id === null ? null : { id: row.member_id, name: row.member ?? '?' },
  }))
}

/** The crisis cell on one screen: are we gaining or losing ground, who holds what, what may be said, what is owed, and what is next. */
export const readIncident = (desk: Desk, actor: Actor, { id }: { id: string }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const now = desk.now()
    const incident = await trx.selectFrom('incidents').selectAll().where('id', '=', id).executeTakeFirst()
    if (incident === undefined) return NOT_FOUND
    const roles = await readRoles(trx, incident, now)
    const figures = await figuresOf(trx, id, now)
    const names = await namesOf(trx, [incident.declared_by, incident.closed_by])
    const nameOf = (memberId: string) => names.get(memberId) ?? { id: memberId, name: '?' }
    const { closed_at, closed_by, closing } = incident
    return {
      ...{ id, now, title: incident.title, level: incident.level, matching: incident.matching },
      ...{ sinceAt: incident.since_at.getTime(), alertId: incident.alert_id },
      ...{ declaredBy: nameOf(incident.declared_by), declaredAt: incident.declared_at.getTime() },
      lastPublicAt: incident.last_public_at?.getTime() ?? null,
      nextPublicAt: incident.next_public_at?.getTime() ?? null,
      isLinkingPast: incident.past_cursor !== null && !incident.past_again,
      isTakenCareOf: isTakenCareOf(roles.map(({ role, member, takenAt }) => ({ role, memberId: member.id, takenAt }))),
      roles,
      maySay: (await maySayOf(trx, id)).map((line) => ({
        ...{ lineId: line.line_id, state: line.state, says: line.says, words: line.words, claims: line.claims },
        ...{ dates: line.dates, proof: line.proof, at: line.said_at.getTime() },
        by: { id: line.member_id, name: line.member },
      })),
      log: await readLog(trx, id),
      figures,
      curve: await curveOf(trx, incident, now),
      criteria: closing?.criteria ?? (await criteriaOf(trx, incident, now, figures)),
      closed:
        closed_at === null || closed_by === null
          ? null
          : { at: closed_at.getTime(), by: nameOf(closed_by), reason: closing?.reason ?? null },
    }
  })
