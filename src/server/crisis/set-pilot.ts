import { MINUTE_MS } from '#core/time.ts'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import { tellMember } from '#server/rota/tell-member.ts'

/** So long a pilot who was named has to say that they have it, before the managers are told. */
export const UNTAKEN_MS = 5 * MINUTE_MS

/** One pilot follows another in one stroke: there is always one. Whoever is named by somebody else is told, and has it once they say so (C1, T1). */
export const setPilot = async (
  trx: Trx,
  desk: Desk,
  incident: Row<'incidents'>,
  memberId: string,
  by: string | null,
): Promise<void> => {
  const now = desk.now()
  await trx
    .updateTable('incident_roles')
    .set({ ended_at: new Date(now), tell_at: null })
    .where('incident_id', '=', incident.id)
    .where('role', '=', 'pilot')
    .where('ended_at', 'is', null)
    .execute()
  const hasIt = memberId === by
  await trx
    .insertInto('incident_roles')
    .values({
      ...{ id: desk.newId(), workspace_id: incident.workspace_id, incident_id: incident.id, role: 'pilot' },
      ...{ member_id: memberId, given_by: by, given_at: new Date(now), taken_at: hasIt ? new Date(now) : null },
      tell_at: hasIt ? null : new Date(now + UNTAKEN_MS),
    })
    .execute()
  if (!hasIt)
    await tellMember(trx, desk, incident.workspace_id, memberId, 'incident.pilot-given', { incidentId: incident.id })
}
