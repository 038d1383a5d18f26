import type { departmentRoutes } from '#contract/departments.ts'
import { changeDepartment, openDepartment } from '#server/actions/change-department.ts'
import { closeDepartment } from '#server/actions/close-department.ts'
import { listDepartments } from '#server/queries/departments.ts'
import { forActor, type Implementations } from '../implementation.ts'

export const departments: Implementations<typeof departmentRoutes> = {
  listDepartments: forActor(listDepartments),
  openDepartment: forActor(openDepartment),
  changeDepartment: forActor(changeDepartment),
  closeDepartment: forActor(closeDepartment),
}
