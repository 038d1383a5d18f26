import { sql } from 'kysely'
import { gaugeGravity } from '#core/crisis/gravity.ts'
import { hearGravity } from '#core/crisis/hear-gravity.ts'
import { heatListOf } from '#core/crisis/heat.ts'
import type { Counts, NoteStep, SaidLine, SituationFacts } from '#core/crisis/situation-note.ts'
import { HOUR_MS } from '#core/time.ts'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import { charterInForce } from './charter-in-force.ts'
import { listHeard, listVoices } from './heard-since.ts'
import { figuresOf, usualHourOf } from './incident-figures.ts'
import { maySayOf } from './may-say.ts'

const MOST_DECISIONS = 8

/** The gauge of an incident, read from its own mentions (L3). */
export const incidentGravity = async (trx: Trx, desk: Pick<Desk, 'now' | 'registry'>, incident: Row<'incidents'>) => {
  const now = desk.now()
  const since = incident.since_at.getTime()
  const where = { workspaceId: incident.workspace_id, incidentId: incident.id }
  const networkOf = (connector: string) => desk.registry.get(connector)?.network ?? connector
  const messages = await listHeard(trx, where, since, now)
  const usual = await usualHourOf(trx, incident, now)
  const tradeWords = (await charterInForce(trx)).approval.subjects.flatMap(({ words }) => words)
  return gaugeGravity(
    hearGravity({
      // Its own mentions beside all that is usual on its accounts: never louder than it is.
      volume: usual === null ? null : { counted: messages.length, usual, overMs: HOUR_MS },
      voices: await listVoices(trx, where, since, networkOf),
      list: heatListOf(tradeWords),
      ...{ messages, since, now },
    }),
  )
}

const countsOf = async (trx: Trx, incidentId: string, now: number): Promise<Counts> => {
  const { mentions, answered, owed, late } = await figuresOf(trx, incidentId, now)
  const { rows } = await sql<{ people: number }>`
    select count(distinct m.author_id)::int as people from incident_mentions i join messages m on m.id = i.message_id
    where i.incident_id = ${incidentId}::uuid and i.unlinked_at is null`.execute(trx)
  return { mentions, people: rows[0]?.people ?? 0, answered, owed, late }
}

const rolesOf = (trx: Trx, incidentId: string) =>
  trx
    .selectFrom('incident_roles as r')
    .innerJoin('members as m', 'm.id', 'r.member_id')
    .leftJoin('departments as d', 'd.id', 'r.department_id')
    .select(['r.role', 'r.taken_at', 'm.name', 'd.name as department'])
    .where('r.incident_id', '=', incidentId)
    .where('r.ended_at', 'is', null)
    .orderBy('r.given_at')
    .orderBy('r.id')
    .execute()

const logOf = (trx: Trx, incidentId: string) =>
  trx
    .selectFrom('incident_log as l')
    .leftJoin('members as m', 'm.id', 'l.member_id')
    .select(['l.name', 'l.at', 'l.words', 'm.name as by'])
    .where('l.incident_id', '=', incidentId)
    .where('l.name', 'in', ['incident.decided', 'incident.update-made'])
    .orderBy('l.at')
    .orderBy('l.id')
    .execute()

const noteBefore = (trx: Trx, incidentId: string, now: number) =>
  trx
    .selectFrom('situation_notes')
    .select('facts')
    .where('incident_id', '=', incidentId)
    .where('drafted_at', '<', new Date(now))
    .orderBy('drafted_at', 'desc')
    .limit(1)
    .executeTakeFirst()

/** All that a note may say of an incident, read at one moment (C3). */
export const situationFacts = async (
  trx: Trx,
  desk: Pick<Desk, 'now' | 'registry'>,
  incident: Row<'incidents'>,
  step: NoteStep,
): Promise<SituationFacts> => {
  const now = desk.now()
  const { id } = incident
  const roles = await rolesOf(trx, id)
  const pilot = roles.find(({ role }) => role === 'pilot')
  const said = await maySayOf(trx, id)
  const log = await logOf(trx, id)
  const decided = log.filter(({ name, words }) => name === 'incident.decided' && words !== null)
  const before = (await noteBefore(trx, id, now))?.facts
  const declarer = await trx
    .selectFrom('members')
    .select('name')
    .where('id', '=', incident.declared_by)
    .executeTakeFirst()
  const linesIn = (state: string): SaidLine[] =>
    said.flatMap((line) =>
      line.state === state ? [{ says: line.says, proof: line.proof, by: line.member, at: line.said_at.getTime() }] : [],
    )
  return {
    ...{ step, at: now, title: incident.title, level: incident.level, declaredBy: declarer?.name ?? '?' },
    declaredAt: incident.declared_at.getTime(),
    pilot: pilot === undefined ? null : { name: pilot.name, takenAt: pilot.taken_at?.getTime() ?? null },
    roles: roles.flatMap(({ role, name, department }) => (role === 'pilot' ? [] : [{ role, name, department }])),
    counts: await countsOf(trx, id, now),
    before: before === undefined ? null : { at: before.at, counts: before.counts },
    gravity: await incidentGravity(trx, desk, incident),
    maySay: {
      ...{ confirmed: linesIn('confirmed'), unconfirmed: linesIn('unconfirmed'), forbidden: linesIn('forbidden') },
    },
    decisions: decided
      .slice(-MOST_DECISIONS)
      .map(({ at, by, words }) => ({ at: at.getTime(), by, words: words ?? '' })),
    moreDecisions: Math.max(0, decided.length - MOST_DECISIONS),
    publicClock: {
      lastAt: incident.last_public_at?.getTime() ?? null,
      nextAt: incident.closed_at === null ? (incident.next_public_at?.getTime() ?? null) : null,
      updates: log.filter(({ name }) => name === 'incident.update-made').length,
    },
    closedAt: incident.closed_at?.getTime() ?? null,
  }
}
