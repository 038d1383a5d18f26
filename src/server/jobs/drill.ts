import type { Desk } from '#server/desk.ts'
import { stepDrill } from '#server/drills/step-drill.ts'
import { inEachBrand } from './each-brand.ts'

/** The drill master: lets each running drill go on, every second. Any number of processes may run one each. */
export const makeDrillMaster = (desk: Desk) => ({
  round: async (signal?: AbortSignal): Promise<boolean> => {
    const running = await desk.db.worker
      .selectFrom('drills')
      .select('workspace_id as id')
      .where('state', '=', 'running')
      .execute()
    // One story that cannot go on must not stop the others, nor anything real.
    const step = async ({ id }: { id: string }) => ((await stepDrill(desk, id)) ? 1 : 0)
    const spoken = await inEachBrand(desk, running, 'drill', step, signal)
    if (spoken > 0) desk.wake('listen')
    return false
  },
})
