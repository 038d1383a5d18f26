import { keepSecondReading } from '#server/actions/keep-second-reading.ts'
import type { Desk } from '#server/desk.ts'
import { claimMessage } from '#server/second-reader/claim-message.ts'
import { type Ask, keepModel } from '#server/second-reader/keep-model.ts'
import { inEachBrand } from './each-brand.ts'

const readOne = async (desk: Desk, model: string, ask: Ask, id: string, signal?: AbortSignal): Promise<boolean> => {
  const words = await claimMessage(desk, id)
  if (words === undefined) return false
  const answer = await ask(words, signal)
  await keepSecondReading(desk, id, { ...words, model }, answer)
  if (!('reason' in answer)) return true
  desk.log.warn({ model, reason: answer.reason }, 'a language model did not read a message')
  return false
}

/** The second reader: hands what came in to the language model of the configuration, one message at a time; none is configured by default. */
export const makeSecondReader = (desk: Desk) => {
  const model = keepModel(desk)
  return {
    round: async (signal?: AbortSignal): Promise<boolean> => {
      const { model: place } = desk
      const ask = place === null ? null : model.at(place)
      if (place === null || ask === null) return false
      // Nothing of a drill leaves the desk, not even for a model (C4).
      const brands = await desk.db.worker.selectFrom('workspaces').select('id').where('drill_of', 'is', null).execute()
      const read = async ({ id }: { id: string }) => ((await readOne(desk, place.model, ask, id, signal)) ? 1 : 0)
      return (await inEachBrand(desk, brands, 'second reading', read, signal)) > 0
    },
    stop: model.close,
  }
}
