import { crewOf } from '#server/crisis/crew.ts'
import { heldRoles, lockIncident, openCell } from '#server/crisis/lock-incident.ts'
import { recordIncident } from '#server/crisis/record.ts'
import { setPilot } from '#server/crisis/set-pilot.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, isRefused, NOT_FOUND, type Refused } from '#server/desk.ts'

/** The pilot passes the lead to a colleague, who is told and says that they have it (T1, C4). */
export const handOverIncident = (desk: Desk, actor: Actor, { id, memberId }: { id: string; memberId: string }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const cell = await openCell(trx, actor, id)
    if (isRefused(cell)) return cell
    const { able } = await crewOf(trx, actor.workspaceId, desk.now())
    if (!able.includes(memberId)) return { refused: 'cannot-pilot' } satisfies Refused
    const from = cell.held.find(({ role }) => role === 'pilot')?.member_id ?? null
    if (from === memberId) return { done: true } as const
    await setPilot(trx, desk, cell.incident, memberId, actor.memberId)
    await recordIncident(trx, desk, cell.incident, {
      ...{ name: 'incident.handed-over', memberId: actor.memberId, data: { from, to: memberId } },
    })
    return { done: true } as const
  })

/** « I have it »: whoever was named confirms, and anybody who may lead can take it from a pilot who does not answer (C1, L4). */
export const takeIncident = (desk: Desk, actor: Actor, { id }: { id: string }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const incident = await lockIncident(trx, id)
    if (incident === undefined) return NOT_FOUND
    if (incident.closed_at !== null) return { refused: 'incident-closed' } satisfies Refused
    const pilot = (await heldRoles(trx, id)).find(({ role }) => role === 'pilot')
    if (pilot?.member_id === actor.memberId && pilot.taken_at !== null) return { done: true } as const
    const from = pilot === undefined || pilot.member_id === actor.memberId ? null : pilot.member_id
    await setPilot(trx, desk, incident, actor.memberId, actor.memberId)
    await recordIncident(trx, desk, incident, {
      ...{ name: 'incident.pilot-took', memberId: actor.memberId, data: { from } },
    })
    return { done: true } as const
  })
