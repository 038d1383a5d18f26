const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()

/** « equ » finds « Équipe »: every word typed must be somewhere in the text. */
export const findsIn = (text: string, typed: string): boolean => {
  const folded = plain(text)
  return plain(typed)
    .split(/\s+/)
    .every((word) => folded.includes(word))
}
