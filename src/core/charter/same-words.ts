import { fold } from '#core/guard/reading/fold.ts'
import { saysAny } from '#core/guard/reading/listed.ts'

/** Words as they are compared: without case, accents or outer spaces. */
export const folded = (words: string): string => fold(words).folded.replace(/\s+/g, ' ').trim()

/** Whether some words stand in others, exactly as the guard finds them: whole, and in any number. */
export const holdsWords = (text: string, words: string): boolean => saysAny(fold(text).folded, [words])
