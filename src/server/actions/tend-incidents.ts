import { crewOf, pilotFor } from '#server/crisis/crew.ts'
import { linkPast } from '#server/crisis/link-past.ts'
import { heldRoles, lockIncident } from '#server/crisis/lock-incident.ts'
import { recordIncident } from '#server/crisis/record.ts'
import { setPilot, UNTAKEN_MS } from '#server/crisis/set-pilot.ts'
import type { Row } from '#server/db/schema.ts'
import { asWorkerIn, type Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import { brandsAtWork, inEachBrand } from '#server/jobs/each-brand.ts'
import { tellMember } from '#server/rota/tell-member.ts'

type Incident = Row<'incidents'>

/** A pilot who is away or has left is followed at once: a crisis is never led by nobody (T1, L4). */
const keepPilot = async (trx: Trx, desk: Desk, incident: Incident): Promise<void> => {
  const now = desk.now()
  const crew = await crewOf(trx, incident.workspace_id, now)
  const held = await heldRoles(trx, incident.id)
  const pilot = held.find(({ role }) => role === 'pilot')
  const next = pilotFor(held, crew, now)
  if (next !== null && next !== pilot?.member_id) {
    await setPilot(trx, desk, incident, next, null)
    const from = pilot?.member_id ?? null
    const data = { from, to: next, why: from !== null && crew.able.includes(from) ? 'away' : 'left' }
    await recordIncident(trx, desk, incident, { name: 'incident.pilot-passed-on', memberId: null, data })
  } else if (pilot?.tell_at != null && pilot.tell_at.getTime() <= now) {
    for (const id of crew.managers)
      if (id !== pilot.member_id)
        await tellMember(trx, desk, incident.workspace_id, id, 'incident.pilot-untaken', { incidentId: incident.id })
    await trx
      .updateTable('incident_roles')
      .set({ tell_at: new Date(now + UNTAKEN_MS) })
      .where('id', '=', pilot.id)
      .execute()
    const data = { memberId: pilot.member_id }
    await recordIncident(trx, desk, incident, { name: 'incident.pilot-untaken', memberId: null, data })
  }
}

/** The public waits for a word that was due: the pilot hears it once (C1, C3). */
const keepClock = async (trx: Trx, desk: Desk, incident: Incident): Promise<void> => {
  const { next_public_at: next, public_told_at: told } = incident
  const now = desk.now()
  if (next === null || told !== null || next.getTime() > now) return
  const pilot = (await heldRoles(trx, incident.id)).find(({ role }) => role === 'pilot')
  if (pilot !== undefined)
    await tellMember(trx, desk, incident.workspace_id, pilot.member_id, 'incident.update-late', {
      ...{ incidentId: incident.id, dueAt: next.getTime() },
    })
  await trx
    .updateTable('incidents')
    .set({ public_told_at: new Date(now) })
    .where('id', '=', incident.id)
    .execute()
  await recordIncident(trx, desk, incident, {
    ...{ name: 'incident.update-late', memberId: null, data: { dueAt: next.getTime() } },
  })
}

/** One look at one incident; true while some of its past is still to be linked. */
const tendOne = (desk: Desk, workspaceId: string, id: string): Promise<boolean> =>
  asWorkerIn(desk.db, workspaceId, async (trx) => {
    const incident = await lockIncident(trx, id)
    if (incident === undefined || incident.closed_at !== null) return false
    await keepPilot(trx, desk, incident)
    await keepClock(trx, desk, incident)
    return linkPast(trx, desk, incident)
  })

const openOf = (desk: Desk, workspaceId: string): Promise<{ id: string }[]> =>
  asWorkerIn(desk.db, workspaceId, (trx) =>
    trx
      .selectFrom('incidents')
      .select('id')
      .where('workspace_id', '=', workspaceId)
      .where('closed_at', 'is', null)
      .execute(),
  )

/** What the clock brings to incidents: a pilot who is there, a public that is not forgotten, and the mentions of before. Counts those with more to link. */
export const tendIncidents = async (desk: Desk): Promise<number> =>
  inEachBrand(desk, await brandsAtWork(desk), 'incidents', async ({ id: workspaceId }) => {
    let more = 0
    for (const { id } of await openOf(desk, workspaceId)) more += (await tendOne(desk, workspaceId, id)) ? 1 : 0
    return more
  })
