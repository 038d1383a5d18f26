import { watchBrand } from '#server/alerts/watch-brand.ts'
import type { Desk } from '#server/desk.ts'

/** The watcher: looks at how much each brand is talked about, every few seconds. Any number of processes may run one each. */
export const makeWatcher = (desk: Desk) => ({
  round: async (signal?: AbortSignal): Promise<boolean> => {
    const workspaces = await desk.db.worker.selectFrom('workspaces').select('id').execute()
    for (const { id } of workspaces) {
      if (signal?.aborted === true) break
      // One brand that cannot be looked at must not hide the others.
      await watchBrand(desk, id).catch((error: unknown) =>
        desk.log.error({ err: error, workspace: id }, 'a brand could not be watched; it is tried again'),
      )
    }
    return false
  },
})
