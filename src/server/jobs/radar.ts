import type { Desk } from '#server/desk.ts'
import { makeDigest } from '#server/digest/make-digest.ts'
import { remindDigest } from '#server/digest/remind-digest.ts'
import { hearBrand } from '#server/radar/hear-brand.ts'
import { brandsAtWork, inEachBrand } from './each-brand.ts'

/** On Monday the week is gathered for the departments; later, answers that do not come are asked for. */
const weekly = async (desk: Desk, workspaceId: string): Promise<number> => {
  await makeDigest(desk, workspaceId)
  await remindDigest(desk, workspaceId)
  return 1
}

/** The radar: hears what each brand received, and writes what rises. Any number of processes may run one each. */
export const makeRadar = (desk: Desk) => ({
  round: async (signal?: AbortSignal): Promise<boolean> => {
    const brands = await brandsAtWork(desk)
    const hear = async ({ id }: { id: string }) => ((await hearBrand(desk, id)) ? 1 : 0)
    const more = await inEachBrand(desk, brands, 'radar', hear, signal)
    // A drill lasts an afternoon, and no department works for it.
    const real = brands.filter(({ drillOf }) => drillOf === null)
    await inEachBrand(desk, real, 'weekly requests', ({ id }) => weekly(desk, id), signal)
    return more > 0
  },
})
