import { type Features, featuresOf } from '#core/triage/features.ts'
import { messageLanguages } from '#core/triage/labels.ts'
import { languageOfMessage } from '#core/triage/language.ts'
import { unpackModel } from '#core/triage/model.ts'
import { cutMessage } from '#core/triage/tokens.ts'
import { TRIAGE_FOLDS } from './judge-triage.ts'
import { learnLanguage, type Spoken } from './learn-language.ts'
import { trainColumns } from './train-columns.ts'

/** One message, what it is, and what it was taken for by a model that has not seen it. */
export type Taken = { readonly is: string; readonly as: string }

/** How a text is made into numbers. */
type Reading = (text: string) => Features
const asTriage: Reading = (text) => featuresOf(cutMessage(text))

/** The method on a set alone: learned from four fifths of its rows, judged on the fifth, five times over. What is rare may count more. */
export const judgeAlone = (
  rows: readonly { readonly text: string; readonly label: string }[],
  labels: readonly string[],
  { isRareLookedFor = false, read = asTriage }: { readonly isRareLookedFor?: boolean; readonly read?: Reading } = {},
): readonly Taken[] => {
  const many = new Map(labels.map((label) => [label, rows.filter((row) => row.label === label).length]))
  const examples = rows.map(({ text, label }) => ({
    features: read(text),
    label: labels.indexOf(label),
    counts: isRareLookedFor ? Math.sqrt(rows.length / (many.get(label) ?? 1)) : 1,
  }))
  return Array.from({ length: TRIAGE_FOLDS }, (_, fold) => {
    const columns = trainColumns(
      examples.filter((_, i) => i % TRIAGE_FOLDS !== fold),
      labels.length,
    )
    return examples.flatMap(({ features, label }, i): Taken[] => {
      if (i % TRIAGE_FOLDS !== fold) return []
      const sums = columns.map(({ bias, weights }) =>
        features.places.reduce((sum, place, k) => sum + (weights.get(place) ?? 0) * (features.values[k] ?? 0), bias),
      )
      return [{ is: labels[label] ?? '', as: labels[sums.indexOf(Math.max(...sums))] ?? '' }]
    })
  }).flat()
}

/** The language of each message, by a model that has not seen it. */
export const judgeLanguage = (spoken: readonly Spoken[]): readonly (Taken & { readonly text: string })[] =>
  Array.from({ length: TRIAGE_FOLDS }, (_, fold) => {
    const scale = unpackModel(learnLanguage(spoken.filter((_, i) => i % TRIAGE_FOLDS !== fold)))
    return spoken.flatMap(({ text, lang }, i) =>
      i % TRIAGE_FOLDS === fold && messageLanguages.some((known) => known === lang)
        ? [{ is: lang, as: languageOfMessage(scale, text, 'other'), text }]
        : [],
    )
  }).flat()
