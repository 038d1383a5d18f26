import type { digestRoutes } from '#contract/digest.ts'
import { answerWish } from '#server/actions/answer-wish.ts'
import { giveWish } from '#server/actions/give-wish.ts'
import { hearTopic } from '#server/actions/hear-topic.ts'
import { readDigest } from '#server/queries/digest.ts'
import { forActor, type Implementations } from '../implementation.ts'

export const digest: Implementations<typeof digestRoutes> = {
  readDigest: forActor(readDigest),
  answerWish: forActor(answerWish),
  giveWish: forActor(giveWish),
  hearTopic: forActor(hearTopic),
}
