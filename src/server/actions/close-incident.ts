import { mayClose } from '#core/crisis/closing.ts'
import { openCell } from '#server/crisis/lock-incident.ts'
import { recordIncident } from '#server/crisis/record.ts'
import type { Row } from '#server/db/schema.ts'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import { type Actor, type Desk, isRefused, type Refused } from '#server/desk.ts'
import { criteriaOf } from '#server/queries/incident-figures.ts'

/** Words to many do not go on behind a cell that is closed: somebody takes them up again, or stops them there (C2). */
const pauseOutreach = async (trx: Trx, desk: Desk, actor: Actor, incident: Row<'incidents'>): Promise<void> => {
  const paused = await trx
    .updateTable('outreaches')
    .set({ state: 'paused' })
    .where('incident_id', '=', incident.id)
    .where('state', '=', 'running')
    .returning('id')
    .execute()
  for (const { id } of paused)
    await recordIncident(trx, desk, incident, {
      ...{ name: 'outreach.paused', memberId: actor.memberId, data: { outreachId: id, why: 'incident-closed' } },
    })
}

/** Closes the cell by its criteria, kept as they stood; before its time with a reason. What may be said of it binds nobody any more (C3, C4). */
export const closeIncident = (
  desk: Desk,
  actor: Actor,
  { id, reason = null }: { id: string; reason?: string | null | undefined },
) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const cell = await openCell(trx, actor, id)
    if (isRefused(cell)) return cell
    const now = desk.now()
    const criteria = await criteriaOf(trx, cell.incident, now)
    if (!mayClose(criteria, reason)) {
      const unmet = criteria.flatMap(({ name, met }) => (met ? [] : [name]))
      return { refused: 'reason-needed', data: { unmet } } satisfies Refused
    }
    const at = new Date(now)
    await pauseOutreach(trx, desk, actor, cell.incident)
    await trx
      .updateTable('incident_roles')
      .set({ ended_at: at, tell_at: null })
      .where('incident_id', '=', id)
      .where('ended_at', 'is', null)
      .execute()
    await recordIncident(trx, desk, cell.incident, {
      ...{ name: 'incident.closed', memberId: actor.memberId, data: { criteria } },
      ...(reason !== null && { words: reason }),
    })
    await trx
      .updateTable('incidents')
      .set({
        ...{ closed_at: at, closed_by: actor.memberId, closing: JSON.stringify({ criteria, reason }) },
        ...{ past_cursor: null, past_until: null, past_again: false, public_told_at: null },
      })
      .where('id', '=', id)
      .execute()
    return { done: true } as const
  })
