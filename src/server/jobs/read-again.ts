import { keepSecondReading } from '#server/actions/keep-second-reading.ts'
import type { Desk } from '#server/desk.ts'
import { askModel } from '#server/second-reader/ask-model.ts'
import { claimMessage } from '#server/second-reader/claim-message.ts'

/** The second reader: hands what came in to the language model of the configuration, one message at a time; none is configured by default. */
export const makeSecondReader = (desk: Desk) => ({
  round: async (signal?: AbortSignal): Promise<boolean> => {
    const { model: place } = desk
    if (place === null) return false
    let more = false
    for (const { id } of await desk.db.worker.selectFrom('workspaces').select('id').execute()) {
      if (signal?.aborted === true) break
      const words = await claimMessage(desk, id)
      if (words === undefined) continue
      const answer = await askModel(place, words, signal)
      await keepSecondReading(desk, id, { ...words, model: place.model }, answer)
      if (answer.kind === 'read') more = true
      else desk.log.warn({ model: place.model, reason: answer.reason }, 'a language model did not read a message')
    }
    return more
  },
})
