import type { speechRoutes } from '#contract/speech.ts'
import { releaseSpeech } from '#server/actions/release-speech.ts'
import { stopSpeech } from '#server/actions/stop-speech.ts'
import { readSpeech } from '#server/queries/speech.ts'
import { forActor, type Implementations } from '../implementation.ts'

export const speech: Implementations<typeof speechRoutes> = {
  readSpeech: forActor(readSpeech),
  stopSpeech: forActor(stopSpeech),
  releaseSpeech: forActor(releaseSpeech),
}
