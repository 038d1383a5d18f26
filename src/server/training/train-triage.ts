import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TriageModel } from '#core/triage/model.ts'
import { weighUnseen } from './judge-triage.ts'
import { learnLanguage, spokenLines } from './learn-language.ts'
import { learnTriage, readLines } from './learn-triage.ts'
import { lentLines, ownLines } from './triage-sets.ts'
import { chooseTriageThresholds } from './triage-thresholds.ts'

const LEARNED = join(import.meta.dirname, '../../core/triage/learned')

/** The file that holds a model, with what it was learned from. */
export const modelFile = (name: string, model: TriageModel, from: readonly string[]): string =>
  `import type { TriageModel } from '../model.ts'

/**
 * Written by train-triage.ts; not to be edited by hand. Learned from:
${from.map((line) => ` * - ${line}`).join('\n')}
 */
export const ${name}: TriageModel = {
  from: { ${Object.entries(model.from)
    .map(([what, likely]) => `${/^\w+$/.test(what) ? what : `'${what}'`}: ${likely}`)
    .join(', ')} },
  columns: [
${model.columns.map(({ name: column, bias, most, table }) => `    { name: '${column}', bias: ${bias}, most: ${most}, table: '${table}' },`).join('\n')}
  ],
}
`

const CREDITS: Readonly<Record<string, string>> = {
  own: 'messages written by the project (test/fixtures/triage)',
  sample: 'messages written as a sample for the project',
  'tweet-fr': 'French tweets of UMSAB, cardiffnlp/xlm-t, Apache-2.0',
  'tweet-en': 'English tweets of UMSAB, cardiffnlp/xlm-t, Apache-2.0',
  'brand-fr': 'French tweets to an internet provider, Archimed-Anderson/FreeMobilaChat, MIT, labelled by the project',
  'care-en':
    'conversations with care teams, IBM/twitter-customer-care-document-prediction, Apache-2.0, labelled by the project',
}

export const creditsOf = (sources: readonly string[]): string[] =>
  [...new Set(sources)].map((source) => {
    const count = sources.filter((s) => s === source).length
    return `${count} ${CREDITS[source] ?? source}`
  })

/** `node src/server/training/train-triage.ts FOLDER`: learns all models; the folder holds the public sets, see docs/triage.md. */
const main = (): void => {
  const [folder] = process.argv.slice(2)
  if (folder === undefined || !existsSync(folder)) throw new Error('Say which folder holds the public sets.')
  const reads = readLines([...ownLines(), ...lentLines(folder)])
  const from = chooseTriageThresholds(reads, weighUnseen(reads))
  const credits = creditsOf(reads.map(({ line }) => line.source))
  const { columns } = learnTriage(reads, from)
  const isYesNo = (name: string) => name.startsWith('is ')
  const parts = { CHOICES: columns.filter((c) => !isYesNo(c.name)), VERDICTS: columns.filter((c) => isYesNo(c.name)) }
  writeFileSync(join(LEARNED, 'choices.ts'), modelFile('CHOICES', { columns: parts.CHOICES, from: {} }, credits))
  writeFileSync(join(LEARNED, 'verdicts.ts'), modelFile('VERDICTS', { columns: parts.VERDICTS, from }, credits))
  const spoken = spokenLines(folder)
  writeFileSync(
    join(LEARNED, 'language.ts'),
    modelFile('LANGUAGE', learnLanguage(spoken), [
      `${spoken.length} messages: those above, the other rows of the same sets, and test/fixtures/triage/other-languages.txt`,
    ]),
  )
  console.error(`Learned from ${reads.length} messages.`)
}

if (import.meta.main) main()
