import { type Crew, choosePilot, type Held } from '#core/crisis/roles.ts'
import { may } from '#server/access/permissions.ts'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import { rotaOf } from '#server/queries/brand-rota.ts'

/** Who may lead an incident of this brand, who is away, who answers for it. */
export const crewOf = async (trx: Trx, workspaceId: string, now: number): Promise<Crew> => {
  const { rota, members } = await rotaOf(trx, workspaceId, now)
  return {
    rota,
    able: members.filter(({ role }) => may(role, 'incident.lead')).map(({ id }) => id),
    managers: members.filter(({ role }) => role === 'admin' || role === 'manager').map(({ id }) => id),
  }
}

export const heldOf = (rows: readonly Row<'incident_roles'>[]): Held[] =>
  rows.map(({ role, member_id, taken_at }) => ({ role, memberId: member_id, takenAt: taken_at?.getTime() ?? null }))

export const pilotFor = (rows: readonly Row<'incident_roles'>[], crew: Crew, now: number): string | null =>
  choosePilot(heldOf(rows), crew, now)
