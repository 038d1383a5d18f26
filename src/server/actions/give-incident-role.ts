import type { IncidentRole } from '#core/crisis/roles.ts'
import { openCell } from '#server/crisis/lock-incident.ts'
import { recordIncident } from '#server/crisis/record.ts'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import { type Actor, type Desk, isRefused, NOT_FOUND, type Refused } from '#server/desk.ts'
import { tellMember } from '#server/rota/tell-member.ts'

interface Given {
  id: string
  role: Exclude<IncidentRole, 'pilot'>
  memberId: string
  departmentId?: string | undefined
}

const isHere = async (trx: Trx, workspaceId: string, memberId: string): Promise<boolean> =>
  (await trx
    .selectFrom('memberships')
    .select('role')
    .where('workspace_id', '=', workspaceId)
    .where('member_id', '=', memberId)
    .executeTakeFirst()) !== undefined

/** Somebody writes, validates, watches or joins a department; they are told, and everybody reads it (T1, C4). */
export const giveIncidentRole = (desk: Desk, actor: Actor, { id, role, memberId, departmentId }: Given) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const cell = await openCell(trx, actor, id)
    if (isRefused(cell)) return cell
    if (!(await isHere(trx, actor.workspaceId, memberId))) return NOT_FOUND
    const department = role === 'joins' ? (departmentId ?? null) : null
    if (department !== null) {
      const known = await trx.selectFrom('departments').select('id').where('id', '=', department).executeTakeFirst()
      if (known === undefined) return NOT_FOUND
    }
    const has = cell.held.some(
      (one) => one.role === role && one.member_id === memberId && one.department_id === department,
    )
    if (has) return { done: true } as const
    const at = new Date(desk.now())
    await trx
      .insertInto('incident_roles')
      .values({
        ...{ id: desk.newId(), workspace_id: actor.workspaceId, incident_id: id, role, member_id: memberId },
        ...{ department_id: department, given_by: actor.memberId, given_at: at },
        taken_at: memberId === actor.memberId ? at : null,
      })
      .execute()
    if (memberId !== actor.memberId)
      await tellMember(trx, desk, actor.workspaceId, memberId, 'incident.role-given', { incidentId: id, role })
    await recordIncident(trx, desk, cell.incident, {
      ...{ name: 'incident.role-given', memberId: actor.memberId, data: { role, memberId, departmentId: department } },
    })
    return { done: true } as const
  })

/** A role that is held no more; the pilot's is handed over, and never ends by itself (T1). */
export const endIncidentRole = (desk: Desk, actor: Actor, { id, roleId }: { id: string; roleId: string }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const cell = await openCell(trx, actor, id)
    if (isRefused(cell)) return cell
    const held = cell.held.find((one) => one.id === roleId)
    if (held === undefined) return NOT_FOUND
    if (held.role === 'pilot') return { refused: 'pilot-hands-over' } satisfies Refused
    await trx
      .updateTable('incident_roles')
      .set({ ended_at: new Date(desk.now()) })
      .where('id', '=', roleId)
      .execute()
    const { role, member_id: memberId } = held
    await recordIncident(trx, desk, cell.incident, {
      ...{ name: 'incident.role-ended', memberId: actor.memberId, data: { role, memberId } },
    })
    return { done: true } as const
  })
