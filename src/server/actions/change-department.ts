import { recordEvents } from '#server/db/record-events.ts'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND, type Refused } from '#server/desk.ts'
import { lockRota } from '#server/rota/lock-rota.ts'

interface Department {
  name: string
  reach: string
  headId: string | null
  people: readonly string[]
  promiseMinutes: number
}

const findFault = async (trx: Trx, actor: Actor, asked: Department, self: string | null): Promise<Refused | null> => {
  const team = await lockRota(trx, actor.workspaceId)
  const named = [...asked.people, ...(asked.headId === null ? [] : [asked.headId])]
  if (named.some((memberId) => !team.some(({ id }) => id === memberId))) return { refused: 'not-a-member' }
  const same = await trx
    .selectFrom('departments')
    .select('id')
    .where('workspace_id', '=', actor.workspaceId)
    .where('closed_at', 'is', null)
    .where((eb) => eb(eb.fn('lower', ['name']), '=', eb.fn('lower', [eb.val(asked.name)])))
    .executeTakeFirst()
  return same === undefined || same.id === self ? null : { refused: 'department-exists' }
}

const columnsOf = ({ name, reach, headId, promiseMinutes }: Department) => ({
  ...{ name, reach, head_id: headId, promise_minutes: promiseMinutes },
})

const keepPeople = async (trx: Trx, actor: Actor, id: string, people: readonly string[]): Promise<void> => {
  await trx.deleteFrom('department_people').where('department_id', '=', id).execute()
  const rows = [...new Set(people)].map((memberId) => ({
    ...{ workspace_id: actor.workspaceId, department_id: id, member_id: memberId },
  }))
  if (rows.length > 0) await trx.insertInto('department_people').values(rows).execute()
}

/** Adds a department that can be brought into a case, with who answers for it and how soon it promises to answer (T3). */
export const openDepartment = (desk: Desk, actor: Actor, asked: Department) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const fault = await findFault(trx, actor, asked, null)
    if (fault !== null) return fault
    const id = desk.newId()
    const at = desk.now()
    await trx
      .insertInto('departments')
      .values({ id, workspace_id: actor.workspaceId, created_at: new Date(at), ...columnsOf(asked) })
      .execute()
    await keepPeople(trx, actor, id, asked.people)
    await recordEvents(trx, actor.workspaceId, [
      { name: 'department.opened', at, memberId: actor.memberId, data: { departmentId: id } },
    ])
    return { id }
  })

/** Changes a department; what was asked of it already keeps its time (T3). */
export const changeDepartment = (desk: Desk, actor: Actor, { id, ...asked }: Department & { id: string }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const fault = await findFault(trx, actor, asked, id)
    if (fault !== null) return fault
    const { numUpdatedRows: changed } = await trx
      .updateTable('departments')
      .set(columnsOf(asked))
      .where('id', '=', id)
      .where('closed_at', 'is', null)
      .executeTakeFirstOrThrow()
    if (changed === 0n) return NOT_FOUND
    await keepPeople(trx, actor, id, asked.people)
    await recordEvents(trx, actor.workspaceId, [
      { name: 'department.changed', at: desk.now(), memberId: actor.memberId, data: { departmentId: id } },
    ])
    return { done: true } as const
  })
