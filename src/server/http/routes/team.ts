import type { teamRoutes } from '#contract/team.ts'
import { changeRouting } from '#server/actions/change-routing.ts'
import { endAbsence } from '#server/actions/end-absence.ts'
import { recordAbsence } from '#server/actions/record-absence.ts'
import { removeShift } from '#server/actions/remove-shift.ts'
import { setShift } from '#server/actions/set-shift.ts'
import { readRota } from '#server/queries/rota.ts'
import { readRouting } from '#server/queries/routing.ts'
import { forActor, type Implementations } from '../implementation.ts'

export const team: Implementations<typeof teamRoutes> = {
  readRouting: forActor(readRouting),
  changeRouting: forActor(changeRouting),
  readRota: forActor(readRota),
  setShift: forActor(setShift),
  removeShift: forActor(removeShift),
  recordAbsence: forActor(recordAbsence),
  endAbsence: forActor(endAbsence),
}
