import { keepSecondReading } from '#server/actions/keep-second-reading.ts'
import type { Desk } from '#server/desk.ts'
import { askModel, type ModelPlace } from '#server/second-reader/ask-model.ts'
import { claimMessage } from '#server/second-reader/claim-message.ts'
import { inEachBrand } from './each-brand.ts'

const readOne = async (desk: Desk, place: ModelPlace, id: string, signal?: AbortSignal): Promise<boolean> => {
  const words = await claimMessage(desk, id)
  if (words === undefined) return false
  const answer = await askModel(place, words, signal)
  await keepSecondReading(desk, id, { ...words, model: place.model }, answer)
  if (answer.kind === 'read') return true
  desk.log.warn({ model: place.model, reason: answer.reason }, 'a language model did not read a message')
  return false
}

/** The second reader: hands what came in to the language model of the configuration, one message at a time; none is configured by default. */
export const makeSecondReader = (desk: Desk) => ({
  round: async (signal?: AbortSignal): Promise<boolean> => {
    const { model: place } = desk
    if (place === null) return false
    // Nothing of a drill leaves the desk, not even for a model (C4).
    const brands = await desk.db.worker.selectFrom('workspaces').select('id').where('drill_of', 'is', null).execute()
    const read = async ({ id }: { id: string }) => ((await readOne(desk, place, id, signal)) ? 1 : 0)
    return (await inEachBrand(desk, brands, 'second reading', read, signal)) > 0
  },
})
