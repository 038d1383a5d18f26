import { watchBrand } from '#server/alerts/watch-brand.ts'
import type { Desk } from '#server/desk.ts'
import { brandsAtWork, inEachBrand } from './each-brand.ts'

/** The watcher: looks at how much each brand is talked about, every few seconds. Any number of processes may run one each. */
export const makeWatcher = (desk: Desk) => ({
  round: async (signal?: AbortSignal): Promise<boolean> => {
    const watched = async ({ id }: { id: string }) => {
      await watchBrand(desk, id)
      return 1
    }
    await inEachBrand(desk, await brandsAtWork(desk), 'watch', watched, signal)
    return false
  },
})
