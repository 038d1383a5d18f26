import { writeFileSync } from 'node:fs'
import { lexicon } from '#core/guard/concepts/words.ts'
import { type FaultModel, faults, type Net } from '#core/guard/faults/fault.ts'
import type { GuardLine } from '#server/cli/guard-line.ts'
import { corpusFiles } from './corpus.ts'
import { judgeOnUnseenTrades, type Thresholds, trainModel } from './cross-validate.ts'
import { examplesOf, readCorpus } from './examples.ts'

const netWritten = (net: Net): string => `
    {
      hidden: ${net.hidden},
      bias: [${net.bias.join(', ')}],
      outBias: [${net.outBias.join(', ')}],
      out: [${net.out.join(', ')}],
      most: ${net.most},
      places: '${net.places}',
      table: '${net.table}',
    },`

const written = (
  { nets, dispute, from }: FaultModel,
  count: number,
): string => `import type { FaultModel } from '../faults/fault.ts'

/** Written by train-faults.ts from ${count} drafts; not to be edited by hand. */
export const FAULTS: FaultModel = {
  from: { ${faults.map((fault) => `${fault}: ${from[fault]}`).join(', ')} },
  dispute: { bias: ${dispute.bias}, step: ${dispute.step}, table: '${dispute.table}' },
  nets: [${nets.map(netWritten).join('')}
  ],
}
`

/** The model of all drafts, with the thresholds that were best on unseen trades, as the file that the guard reads. */
export const fileOf = (lines: readonly GuardLine[], from: Thresholds): string =>
  written(trainModel(examplesOf(lexicon, lines), from), lines.length)

/** Learns the model anew; the same drafts always give the same file. */
const main = (): void => {
  const lines = readCorpus(corpusFiles())
  const { from } = judgeOnUnseenTrades(lexicon, lines)
  writeFileSync(new URL('../../core/guard/learned/faults.ts', import.meta.url), fileOf(lines, from))
  console.error(`The faults are learned from ${lines.length} drafts.`)
}

if (import.meta.main) main()
