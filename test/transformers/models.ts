import type { TinyModel } from './tiny-model.ts'

/** A row as long as there are meanings, strong in the one that is named. */
const strong = (place: number, extent: number): number[] =>
  Array.from({ length: extent }, (_, one) => (one === place ? 2 : 0))

/** Each word speaks for one label: `labels` in order, `words` by label. */
export const choosing = (labels: readonly string[], words: Readonly<Record<string, string>>): TinyModel => ({
  labels,
  words: Object.fromEntries(
    Object.entries(words).map(([word, label]) => [word, strong(labels.indexOf(label), labels.length)]),
  ),
  weights: labels.map((_, place) => strong(place, labels.length)),
})

/** A model for inference: a question follows from words that mean what one of its own means. */
export const inferring = (groups: readonly (readonly string[])[]): TinyModel => ({
  labels: ['contradiction', 'neutral', 'entailment'],
  words: Object.fromEntries(
    groups.flatMap((group, place) => group.map((word) => [word, strong(place, groups.length)])),
  ),
  weights: groups.map(() => [0, 0, 1]),
})
