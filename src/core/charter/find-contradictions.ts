import type { Charter } from './charter.ts'
import type { Contradiction } from './contradiction.ts'
import { findPeopleContradictions } from './contradictions/people.ts'
import { findPromiseContradictions } from './contradictions/promises.ts'
import { findSubjectContradictions } from './contradictions/subjects.ts'
import { findWordContradictions } from './contradictions/words.ts'

const findLimitContradictions = ({ goodwill, retention }: Charter): Contradiction[] => {
  const { allowed, capCents, perYearCents } = goodwill
  const found: Contradiction[] = []
  if (allowed && capCents <= 0) found.push({ code: 'gesture-without-cap', article: 'gestures', params: {} })
  if (allowed && capCents > 0 && perYearCents < capCents)
    found.push({ code: 'year-below-one-gesture', article: 'gestures', params: { capCents, perYearCents } })
  if (retention.mentionMonths > retention.conversationMonths)
    found.push({ code: 'heard-kept-longer', article: 'retention', params: retention })
  return found
}

/** What the charter says against itself: promises nobody is there to keep, subjects both shared and left to one, words both liked and
 * banned. All of it is said while the charter is written, and none of it can be approved (H1). */
export const findContradictions = (charter: Charter, brandName = ''): Contradiction[] => [
  ...findPromiseContradictions(charter),
  ...findPeopleContradictions(charter),
  ...findSubjectContradictions(charter),
  ...findWordContradictions(charter, brandName),
  ...findLimitContradictions(charter),
]
