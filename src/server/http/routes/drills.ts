import type { drillRoutes } from '#contract/drills.ts'
import { changeDrill } from '#server/actions/change-drill.ts'
import { checkScenario } from '#server/actions/check-scenario.ts'
import { noteDrill } from '#server/actions/note-drill.ts'
import { orderInject } from '#server/actions/order-inject.ts'
import { startDrill } from '#server/actions/start-drill.ts'
import { readDebrief } from '#server/queries/debrief.ts'
import { readDrill } from '#server/queries/drill.ts'
import { readDrillConsole } from '#server/queries/drill-console.ts'
import { readDrills } from '#server/queries/drills.ts'
import { forActor, type Implementations } from '../implementation.ts'

export const drills: Implementations<typeof drillRoutes> = {
  readDrills: forActor(readDrills),
  checkScenario: forActor(checkScenario),
  startDrill: forActor(startDrill),
  readDrill: forActor(readDrill),
  changeDrill: forActor(changeDrill),
  readDrillConsole: forActor(readDrillConsole),
  orderInject: forActor(orderInject),
  noteDrill: forActor(noteDrill),
  readDebrief: forActor(readDebrief),
}
