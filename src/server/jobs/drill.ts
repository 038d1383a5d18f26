import type { Desk } from '#server/desk.ts'
import { stepDrill } from '#server/drills/step-drill.ts'

/** The drill master: lets each running drill go on, every second. Any number of processes may run one each. */
export const makeDrillMaster = (desk: Desk) => ({
  round: async (signal?: AbortSignal): Promise<boolean> => {
    const running = await desk.db.worker
      .selectFrom('drills')
      .select('workspace_id')
      .where('state', '=', 'running')
      .execute()
    let spoken = false
    for (const { workspace_id } of running) {
      if (signal?.aborted === true) break
      // One story that cannot go on must not stop the others, nor anything real.
      const said = await stepDrill(desk, workspace_id).catch((error: unknown) => {
        desk.log.error({ err: error, workspace: workspace_id }, 'a drill could not be stepped; it is tried again')
        return false
      })
      spoken ||= said
    }
    if (spoken) desk.wake('listen')
    return false
  },
})
