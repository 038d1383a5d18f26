import type { Config } from '#server/config.ts'
import { openClassifier } from '#server/second-reader/classifier.ts'
import { ModelTrouble } from '#server/second-reader/model-place.ts'
import { type Finding, ok, warn } from './finding.ts'

const NAME = 'language model'

/** The model that reads a second time. One on disk is really opened; a server is not asked, since asking hands it words. */
export const lookAtModel = async ({ model: place }: Config): Promise<Finding> => {
  if (place === null) return ok(NAME, 'none: triage reads alone')
  if ('url' in place) return ok(NAME, `${place.model}, asked at ${new URL(place.url).host}; not tried here`)
  try {
    await using classifier = await openClassifier(place)
    const { task, meanings } = classifier.about
    return ok(NAME, `${place.model} opens: ${task}, ${meanings.size} labels`)
  } catch (error) {
    if (!(error instanceof ModelTrouble)) throw error
    return warn(NAME, `${error.message}; triage reads without it`, error.todo)
  }
}
