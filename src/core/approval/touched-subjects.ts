import { fold } from '#core/guard/reading/fold.ts'
import { saysAny } from '#core/guard/reading/listed.ts'
import type { SensitiveSubject } from './approval-policy.ts'

/** The sensitive subjects that an exchange touches: the customer's words count as much as ours (V1). */
export const touchedSubjects = (
  subjects: readonly SensitiveSubject[],
  texts: readonly string[],
): readonly SensitiveSubject[] => {
  if (subjects.length === 0) return []
  const folded = texts.map((text) => fold(text).folded)
  return subjects.filter(({ words }) => folded.some((text) => saysAny(text, words)))
}
