import { MINUTE_MS } from '#core/time.ts'
import { plainWords } from '#core/triage/second-reading.ts'
import type { Desk } from '#server/desk.ts'
import { askModel } from './ask-model.ts'
import { type Classifier, openClassifier } from './classifier.ts'
import type { ModelAnswer } from './model-answer.ts'
import { type FolderPlace, type ModelPlace, ModelTrouble } from './model-place.ts'

export type Ask = (words: { subject: string | null; text: string }, signal?: AbortSignal) => Promise<ModelAnswer>

/** A fault is mended by a person: until then it is looked for now and then, and told once. */
const LOOK_AGAIN_MS = MINUTE_MS

/** The model of the configuration: a server is asked as it is, one on disk is opened aside and kept, and opened anew when it has ended. */
export const keepModel = (desk: Pick<Desk, 'log' | 'now' | 'wake'>) => {
  const stopping = new AbortController()
  let classifier: Classifier | undefined
  let opening: Promise<void> | undefined
  let notBefore = 0
  let told: string | undefined

  const tell = ({ model }: FolderPlace, error: unknown): void => {
    const reason = error instanceof Error ? error.message : String(error)
    if (stopping.signal.aborted || reason === told) return
    told = reason
    const todo = error instanceof ModelTrouble ? error.todo : 'Ask bin/vigie doctor.'
    desk.log.warn({ model, reason, todo }, 'the language model is not open; triage reads without it')
  }
  const open = async (place: FolderPlace): Promise<void> => {
    notBefore = desk.now() + LOOK_AGAIN_MS
    try {
      classifier = await openClassifier(place, stopping.signal)
      told = undefined
      desk.log.info({ model: place.model }, 'the language model is open')
      desk.wake('read-again')
    } catch (error) {
      tell(place, error)
    }
    opening = undefined
  }
  return {
    /** What asks it; null while it is not open. */
    at: (place: ModelPlace): Ask | null => {
      if ('url' in place) return (words, signal) => askModel(place, words, signal)
      const living = classifier
      if (living?.lives() === true) return ({ subject, text }, signal) => living.ask(plainWords(subject, text), signal)
      if (opening === undefined && !stopping.signal.aborted && desk.now() >= notBefore) opening = open(place)
      return null
    },
    close: async (): Promise<void> => {
      stopping.abort()
      await opening
      await classifier?.close()
    },
  }
}
