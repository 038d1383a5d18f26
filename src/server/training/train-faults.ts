import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { lexicon } from '#core/guard/concepts/words.ts'
import { type FaultModel, faults } from '#core/guard/faults/fault.ts'
import { chooseThresholds, type Thresholds, trainFolds, trainModel } from './cross-validate.ts'
import { examplesOf, readCorpus } from './examples.ts'

export const CORPUS = join(import.meta.dirname, '../../../test/fixtures/guard/drafts')
export const corpusFiles = (): string[] =>
  readdirSync(CORPUS)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => join(CORPUS, name))

const HALF = Object.fromEntries(faults.map((fault) => [fault, 0.5])) as unknown as Thresholds

const written = (model: FaultModel, count: number): string => `import type { FaultModel } from '../faults/fault.ts'

/** Written by train-faults.ts from ${count} drafts; not to be edited by hand. */
export const FAULTS: FaultModel = {
${faults.map((fault) => `  ${fault}: { bias: ${model[fault].bias}, from: ${model[fault].from}, step: ${model[fault].step}, table: '${model[fault].table}' },`).join('\n')}
}
`

/** Learns the model anew: the thresholds on trades that each fold has not seen, the weights on all. The same drafts always give the same model. */
export const learnFaults = (files: readonly string[]): string => {
  const lines = readCorpus(files)
  const from = chooseThresholds(lexicon, lines, trainFolds(lexicon, lines, HALF))
  return written(trainModel(examplesOf(lexicon, lines), from), lines.length)
}

if (import.meta.main) {
  writeFileSync(new URL('../../core/guard/learned/faults.ts', import.meta.url), learnFaults(corpusFiles()))
  console.error('The faults are learned anew.')
}
