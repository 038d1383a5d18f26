import type { Desk } from '#server/desk.ts'
import { hearBrand } from '#server/radar/hear-brand.ts'

/** The radar: hears what each brand received, and writes what rises. Any number of processes may run one each. */
export const makeRadar = (desk: Desk) => ({
  round: async (signal?: AbortSignal): Promise<boolean> => {
    const workspaces = await desk.db.worker.selectFrom('workspaces').select('id').execute()
    let more = false
    for (const { id } of workspaces) {
      if (signal?.aborted === true) break
      // One brand that cannot be heard must not silence the others.
      const waits = await hearBrand(desk, id).catch((error: unknown) => {
        desk.log.error({ err: error, workspace: id }, 'the radar could not hear a brand; it is tried again')
        return false
      })
      more ||= waits
    }
    return more
  },
})
