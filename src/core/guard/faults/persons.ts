/** Who is spoken of, by the little words that every sentence has. */
const PERSONS: Readonly<Record<string, string>> = {
  i: "je j' moi me i i' im ive",
  mine: 'mon ma mes my mine',
  thou: "tu te t' toi ton ta tes",
  you: "vous votre vos you you' your yours ya",
  we: "on nous we we' us",
  ours: 'notre nos our ours',
  they: "ils il elle elles eux lui leur leurs they they' he he' she she' them their his her",
  that: "ce ces cette c' ca this that that' these those it it'",
}

const personOf = new Map(
  Object.entries(PERSONS).flatMap(([person, words]) => words.split(' ').map((word) => [word, person] as const)),
)

/** The persons of a sentence, each once: a private life says « je », contempt says « vous », a colleague is « il » (G3, G5, G6). */
export const personsIn = (words: readonly string[]): readonly string[] => {
  const persons = new Set<string>()
  for (const word of words) {
    const person = personOf.get(word)
    if (person !== undefined) persons.add(person)
  }
  return [...persons]
}
