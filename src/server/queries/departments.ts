import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import type { Actor, Desk } from '#server/desk.ts'
import { namesOf } from './case-parts.ts'

/** The departments of the brand that are not closed, with their people. */
export const departmentsOf = async (trx: Trx, workspaceId: string) => {
  const rows = await trx
    .selectFrom('departments')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('closed_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute()
  const people = await trx
    .selectFrom('department_people')
    .select(['department_id', 'member_id'])
    .where('workspace_id', '=', workspaceId)
    .orderBy('member_id')
    .execute()
  const names = await namesOf(trx, [...rows.map((row) => row.head_id), ...people.map((one) => one.member_id)])
  const nameOf = (id: string) => names.get(id) ?? { id, name: '?' }
  return rows.map((row) => ({
    ...{ id: row.id, name: row.name, reach: row.reach, promiseMinutes: row.promise_minutes },
    head: row.head_id === null ? null : nameOf(row.head_id),
    people: people.filter((one) => one.department_id === row.id).map((one) => nameOf(one.member_id)),
  }))
}

export const listDepartments = (desk: Desk, actor: Actor) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => ({
    departments: await departmentsOf(trx, actor.workspaceId),
  }))
