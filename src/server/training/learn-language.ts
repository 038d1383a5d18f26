import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { messageLanguages } from '#core/triage/labels.ts'
import { languageFeatures } from '#core/triage/language.ts'
import type { TriageModel } from '#core/triage/model.ts'
import { packColumn } from '#core/triage/packed.ts'
import { trainColumns } from './train-columns.ts'
import { lentLines, ownLines, TRIAGE_FIXTURES, unlabelledTexts } from './triage-sets.ts'

export type Spoken = { readonly text: string; readonly lang: string }

/** Short messages in languages that the desk does not read, written for this. */
export const otherLanguages = (): Spoken[] =>
  readFileSync(join(TRIAGE_FIXTURES, 'other-languages.txt'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((text) => ({ text, lang: 'other' }))

/** Every message of which the language is known. */
export const spokenLines = (folder: string): Spoken[] => [
  ...ownLines(),
  ...lentLines(folder).filter((line) => line.source.startsWith('tweet') || line.source === 'sample'),
  ...unlabelledTexts(folder),
  ...otherLanguages(),
]

/** A language of which few messages are known counts as much as this one of them many times. */
const MOST_FOR_FEW = 5

/** Letters tell enough of a language: the weights are those after the sixth time. */
const ENDING = { epochs: 6, averaged: 1 }

export const learnLanguage = (spoken: readonly Spoken[]): TriageModel => {
  const counted = messageLanguages.map((lang) => spoken.filter((s) => s.lang === lang).length)
  const most = Math.max(...counted)
  const columns = trainColumns(
    spoken.map(({ text, lang }) => {
      const label = (messageLanguages as readonly string[]).indexOf(lang)
      const counts = Math.min(MOST_FOR_FEW, Math.sqrt(most / Math.max(1, counted[label] ?? 1)))
      return { features: languageFeatures(text), label, counts }
    }),
    messageLanguages.length,
    ENDING,
  )
  return { columns: columns.map((c, i) => packColumn(messageLanguages[i] ?? '', c.bias, c.weights)), from: {} }
}
