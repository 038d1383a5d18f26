import { sql } from 'kysely'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import { type Actor, NOT_FOUND, type Refused } from '#server/desk.ts'

/** Two people who declare at once are one after the other: the second finds what the first has declared. */
export const lockDeclaring = (trx: Trx, workspaceId: string) =>
  sql`select pg_advisory_xact_lock(hashtext('incident'), hashtext(${workspaceId}))`.execute(trx)

/** Mentions go on being linked meanwhile: the lock leaves their foreign key alone. */
export const lockIncident = (trx: Trx, id: string): Promise<Row<'incidents'> | undefined> =>
  trx.selectFrom('incidents').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst()

export const heldRoles = (trx: Trx, incidentId: string): Promise<Row<'incident_roles'>[]> =>
  trx
    .selectFrom('incident_roles')
    .selectAll()
    .where('incident_id', '=', incidentId)
    .where('ended_at', 'is', null)
    .orderBy('given_at')
    .orderBy('id')
    .execute()

export interface OpenCell {
  incident: Row<'incidents'>
  held: Row<'incident_roles'>[]
}

/** An incident that is open, locked, for somebody of its cell or who answers for the brand (T1, V3). */
export const openCell = async (trx: Trx, actor: Actor, id: string): Promise<OpenCell | Refused> => {
  const incident = await lockIncident(trx, id)
  if (incident === undefined) return NOT_FOUND
  if (incident.closed_at !== null) return { refused: 'incident-closed' }
  const held = await heldRoles(trx, id)
  const leads = actor.role === 'admin' || actor.role === 'manager'
  if (!leads && !held.some(({ member_id }) => member_id === actor.memberId)) return { refused: 'not-of-the-cell' }
  return { incident, held }
}
