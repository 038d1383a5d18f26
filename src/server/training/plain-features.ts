import type { Features } from '#core/triage/features.ts'
import { hashOf, placed } from '#core/triage/letters.ts'

const WORD = /[@#]?[\p{L}\p{N}_][\p{L}\p{N}_']*|[^\p{L}\p{N}_\s]/gu
const [SHORTEST, LONGEST] = [2, 5]

/** What the simple baseline makes of a text, to compare with on the same rows: words, pairs of words, and letters in a row across words. */
export const plainFeatures = (text: string): Features => {
  const lower = text.toLowerCase()
  const found = lower.match(WORD) ?? []
  const words = new Set<number>()
  found.forEach((word, i) => {
    words.add(placed(hashOf('w', word)))
    if (i > 0) words.add(placed(hashOf('b', `${found[i - 1]} ${word}`)))
  })
  const letters = new Set<number>()
  const whole = ` ${lower} `
  for (let i = 0; i < whole.length; i++)
    for (let n = SHORTEST; n <= LONGEST && i + n <= whole.length; n++)
      letters.add(placed(hashOf('c', whole.slice(i, i + n))))
  const shareOf = (all: ReadonlySet<number>) => Array.from(all, () => 1 / Math.sqrt(all.size))
  const places = [...words, ...letters]
  const nowhere = places.map(() => 0)
  return { places, values: [...shareOf(words), ...shareOf(letters)], from: nowhere, to: nowhere }
}

/** How the simple baseline learns: the messages six times over, the weights as they are at the end. */
export const PLAINLY = { read: plainFeatures, train: { epochs: 6, averaged: 1 } } as const
