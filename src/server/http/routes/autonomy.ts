import type { autonomyRoutes } from '#contract/autonomy.ts'
import { decideAutonomy } from '#server/actions/decide-autonomy.ts'
import { listAutonomy } from '#server/queries/autonomy.ts'
import { forActor, type Implementations } from '../implementation.ts'

export const autonomy: Implementations<typeof autonomyRoutes> = {
  listAutonomy: forActor(listAutonomy),
  decideAutonomy: forActor(decideAutonomy),
}
