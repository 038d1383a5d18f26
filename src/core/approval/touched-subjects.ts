import { fold } from '#core/guard/reading/fold.ts'
import type { SensitiveSubject } from './approval-policy.ts'

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Whole words, in any number: « accident » is found in « accidents », and not in « accidentel ». */
const says = (folded: string, words: string): boolean => {
  const sought = fold(words).folded.trim()
  if (sought === '') return false
  const spaced = sought.split(/\s+/).map(escaped).join('(?:s|x|es)?\\s+')
  return new RegExp(`(?<![\\p{L}\\p{N}])${spaced}(?:s|x|es)?(?![\\p{L}\\p{N}])`, 'u').test(folded)
}

/** The sensitive subjects that an exchange touches: the customer's words count as much as ours (V1). */
export const touchedSubjects = (
  subjects: readonly SensitiveSubject[],
  texts: readonly string[],
): readonly SensitiveSubject[] => {
  if (subjects.length === 0) return []
  const folded = texts.map((text) => fold(text).folded)
  return subjects.filter(({ words }) => words.some((one) => folded.some((text) => says(text, one))))
}
