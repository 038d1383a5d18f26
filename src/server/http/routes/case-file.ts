import type { caseFileRoutes } from '#contract/case-file.ts'
import { answerQuestion } from '#server/actions/answer-question.ts'
import { askDepartment } from '#server/actions/ask-department.ts'
import { closeCommitment } from '#server/actions/close-commitment.ts'
import { createFactSource, revokeFactSource } from '#server/actions/fact-sources.ts'
import { giveGesture } from '#server/actions/give-gesture.ts'
import { makeCommitment } from '#server/actions/make-commitment.ts'
import { reverseGesture } from '#server/actions/reverse-gesture.ts'
import { readCaseFile } from '#server/queries/case-file.ts'
import { listFactSources } from '#server/queries/fact-sources.ts'
import { forActor, type Implementations } from '../implementation.ts'

export const caseFile: Implementations<typeof caseFileRoutes> = {
  readCaseFile: forActor(readCaseFile),
  giveGesture: forActor(giveGesture),
  reverseGesture: forActor(reverseGesture),
  makeCommitment: forActor(makeCommitment),
  closeCommitment: forActor(closeCommitment),
  askDepartment: forActor(askDepartment),
  answerQuestion: forActor(answerQuestion),
  listFactSources: forActor(listFactSources),
  createFactSource: forActor(createFactSource),
  revokeFactSource: forActor(revokeFactSource),
}
