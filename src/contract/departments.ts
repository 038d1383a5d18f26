import { z } from 'zod'
import { route } from './route.ts'
import { done, id, memberRef, nothing } from './shapes.ts'

const what = z.strictObject({
  name: z.string().trim().min(1).max(100),
  /** A number, an address, a room: how anybody reaches them outside the desk. */
  reach: z.string().trim().max(300),
  /** Who answers for it at the desk; told before a question passes its time. */
  headId: id.nullable(),
  people: z.array(id).max(500),
  /** How soon it promises to answer, in the brand's open hours. */
  promiseMinutes: z.number().int().min(5).max(43_200),
})

export const departmentShape = z.object({
  id,
  name: z.string(),
  reach: z.string(),
  head: memberRef.nullable(),
  people: z.array(memberRef),
  promiseMinutes: z.number(),
})
export type DepartmentView = z.infer<typeof departmentShape>

export const departmentRoutes = {
  listDepartments: route({
    method: 'GET',
    path: '/departments',
    scope: 'workspace',
    permission: 'rota.read',
    summary: 'The departments that can be brought into a case, with who answers for each and how soon (T3).',
    input: nothing,
    output: z.object({ departments: z.array(departmentShape) }),
  }),
  openDepartment: route({
    method: 'POST',
    path: '/departments',
    scope: 'workspace',
    permission: 'rota.write',
    summary: 'Adds a department.',
    input: what,
    output: z.object({ id }),
  }),
  changeDepartment: route({
    method: 'PUT',
    path: '/departments/:id',
    scope: 'workspace',
    permission: 'rota.write',
    summary: 'Changes a department; questions already asked keep the time that they were given.',
    input: what.extend({ id }),
    output: done,
  }),
  closeDepartment: route({
    method: 'DELETE',
    path: '/departments/:id',
    scope: 'workspace',
    permission: 'rota.write',
    summary:
      'Removes a department from the lists; what it was asked stays on file, and rules that sent cases to it end.',
    input: z.strictObject({ id }),
    output: done,
  }),
}
