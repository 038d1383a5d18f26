import { type AnchorPlace, anchorHead } from '#server/actions/anchor-heads.ts'
import { sealEvents } from '#server/actions/seal-events.ts'
import type { Desk } from '#server/desk.ts'
import { inEachBrand } from './each-brand.ts'

/** The follower of the log: seals what was committed, brand by brand, and carries the heads outside each day. */
export const makeSealer = (desk: Desk, place: AnchorPlace | null) => {
  const round = async (signal: AbortSignal): Promise<boolean> => {
    const workspaces = await desk.db.worker.selectFrom('workspaces').select('id').execute()
    const follow = async ({ id }: { id: string }) => {
      const { more } = await sealEvents(desk, id)
      if (place !== null) await anchorHead(desk, id, place)
      return more ? 1 : 0
    }
    return (await inEachBrand(desk, workspaces, 'seal', follow, signal)) > 0
  }
  return { round }
}
