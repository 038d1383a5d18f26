import { type Features, featuresOf } from '#core/triage/features.ts'
import { messageLanguages } from '#core/triage/labels.ts'
import { languageOfMessage } from '#core/triage/language.ts'
import { unpackModel } from '#core/triage/model.ts'
import { cutMessage } from '#core/triage/tokens.ts'
import { TRIAGE_FOLDS } from './judge-triage.ts'
import { learnLanguage, type Spoken } from './learn-language.ts'
import { type Training, trainColumns } from './train-columns.ts'

/** One message, what it is, and what it was taken for by a model that has not seen it. */
export type Taken = { readonly is: string; readonly as: string }

/** How a text is made into numbers. */
type Reading = (text: string) => Features
const asTriage: Reading = (text) => featuresOf(cutMessage(text))

type Row = { readonly text: string; readonly label: string }
type Alone = {
  /** What is rare may count more. */
  readonly isRareLookedFor?: boolean
  readonly read?: Reading
  /** Which part each row belongs to; in turn where nothing is said. */
  readonly folds?: readonly number[]
  readonly train?: Training
  /** Other messages that are learned as well, and count so much. */
  readonly besides?: { readonly rows: readonly Row[]; readonly counts: number }
}

/** The method on a set alone: learned from four fifths of its rows, judged on the fifth, five times over; in the order of the rows. */
export const judgeAlone = (
  rows: readonly Row[],
  labels: readonly string[],
  { isRareLookedFor = false, read = asTriage, folds, train = {}, besides }: Alone = {},
): readonly Taken[] => {
  const many = new Map(labels.map((label) => [label, rows.filter((row) => row.label === label).length]))
  const examples = rows.map(({ text, label }, i) => ({
    features: read(text),
    label: labels.indexOf(label),
    counts: isRareLookedFor ? Math.sqrt(rows.length / (many.get(label) ?? 1)) : 1,
    fold: folds?.[i] ?? i % TRIAGE_FOLDS,
  }))
  const others = (besides?.rows ?? []).map(({ text, label }) => ({
    features: read(text),
    label: labels.indexOf(label),
    counts: besides?.counts ?? 1,
  }))
  const readers = Array.from({ length: TRIAGE_FOLDS }, (_, fold) =>
    trainColumns([...examples.filter((example) => example.fold !== fold), ...others], labels.length, train),
  )
  return examples.map(({ features, label, fold }) => {
    const sums = (readers[fold] ?? []).map(({ bias, weights }) =>
      features.places.reduce((sum, place, k) => sum + (weights.get(place) ?? 0) * (features.values[k] ?? 0), bias),
    )
    return { is: labels[label] ?? '', as: labels[sums.indexOf(Math.max(...sums))] ?? '' }
  })
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
