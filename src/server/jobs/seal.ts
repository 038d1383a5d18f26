import { type AnchorPlace, anchorHead } from '#server/actions/anchor-heads.ts'
import { sealEvents } from '#server/actions/seal-events.ts'
import type { Desk } from '#server/desk.ts'

/** The follower of the log: seals what was committed, brand by brand, and carries the heads outside each day. */
export const makeSealer = (desk: Desk, place: AnchorPlace | null) => {
  const round = async (signal: AbortSignal): Promise<boolean> => {
    const workspaces = await desk.db.worker.selectFrom('workspaces').select('id').execute()
    let more = false
    for (const { id } of workspaces) {
      if (signal.aborted) return false
      const sealed = await sealEvents(desk, id)
      more ||= sealed.more
      if (place !== null) await anchorHead(desk, id, place)
    }
    return more
  }
  return { round }
}
