import { fold } from '#core/guard/reading/fold.ts'

/** Words as they are compared: without case, accents or outer spaces. */
export const folded = (words: string): string => fold(words).folded.replace(/\s+/g, ' ').trim()

const isLetter = (unit: string | undefined): boolean => unit !== undefined && /[\p{L}\p{N}]/u.test(unit)

/** Whether some words stand in others as whole words, as the guard would find them. */
export const holdsWords = (text: string, words: string): boolean => {
  const [within, sought] = [folded(text), folded(words)]
  if (sought === '') return false
  for (let at = within.indexOf(sought); at >= 0; at = within.indexOf(sought, at + 1))
    if (!isLetter(within[at - 1]) && !isLetter(within[at + sought.length])) return true
  return false
}
