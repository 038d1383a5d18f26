/** A number in [0, 1) that depends on these words alone: the same town, asked the same thing, does the same. */
export const chance = (...words: (string | number)[]): number => {
  let hash = 0x811c9dc5
  for (const letter of words.join('\u001f')) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}

export const between = (low: number, high: number, roll: number): number => low + (high - low) * roll

export const pick = <T>(list: readonly T[], roll: number): T | undefined => list[Math.floor(roll * list.length)]

/** The same list in another order, always the same for the same words. */
export const shuffled = <T extends { id: string }>(list: readonly T[], ...words: (string | number)[]): T[] =>
  list
    .map((one) => ({ one, place: chance(...words, one.id) }))
    .sort((a, b) => a.place - b.place)
    .map(({ one }) => one)
