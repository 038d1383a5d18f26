import type { Desk } from '#server/desk.ts'
import { makeDigest } from '#server/digest/make-digest.ts'
import { remindDigest } from '#server/digest/remind-digest.ts'
import { hearBrand } from '#server/radar/hear-brand.ts'

/** On Monday the week is gathered for the departments; later, answers that do not come are asked for. */
const weekly = async (desk: Desk, workspaceId: string): Promise<void> => {
  await makeDigest(desk, workspaceId)
  await remindDigest(desk, workspaceId)
}

/** The radar: hears what each brand received, and writes what rises. Any number of processes may run one each. */
export const makeRadar = (desk: Desk) => ({
  round: async (signal?: AbortSignal): Promise<boolean> => {
    const workspaces = await desk.db.worker.selectFrom('workspaces').select(['id', 'drill_of']).execute()
    let more = false
    for (const { id, drill_of: drillOf } of workspaces) {
      if (signal?.aborted === true) break
      // One brand that cannot be heard must not silence the others.
      const waits = await hearBrand(desk, id).catch((error: unknown) => {
        desk.log.error({ err: error, workspace: id }, 'the radar could not hear a brand; it is tried again')
        return false
      })
      more ||= waits
      // A drill lasts an afternoon, and no department works for it.
      if (drillOf !== null) continue
      await weekly(desk, id).catch((error: unknown) =>
        desk.log.error({ err: error, workspace: id }, 'the digest of a brand could not be made; it is tried again'),
      )
    }
    return more
  },
})
