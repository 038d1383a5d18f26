import { readFileSync, writeFileSync } from 'node:fs'
import { claimsOf } from '#core/guard/claims/claims-of.ts'
import { claimFeatures } from '#core/guard/claims/features.ts'
import { gramsOf } from '#core/guard/learned/grams.ts'
import { encodeTable, type LinearModel } from '#core/guard/learned/linear.ts'
import { fold } from '#core/guard/reading/fold.ts'
import { matterFeatures } from '#core/guard/reading/matter.ts'
import { prepareDraft } from '#core/guard/reading/prepare.ts'
import type { Sentence } from '#core/guard/reading/segment.ts'
import { toneFeatures } from '#core/guard/tone/features.ts'
import { readGuardLine } from '#server/cli/guard-line.ts'
import { stirrer } from './stir.ts'

/** One example: numbers, the places of its words in the table, and whether it is what the model looks for. */
type Example = { readonly features: readonly number[]; readonly grams: readonly number[]; readonly wanted: boolean }

const EPOCHS = 30
const RATE = 0.2
const DECAY = 0.002

/** Logistic regression by AdaGrad, one example at a time. */
export const trainLinear = (examples: readonly Example[], tableSize: number): LinearModel => {
  const width = examples[0]?.features.length ?? 0
  const weights = new Float64Array(width)
  const table = new Float64Array(tableSize)
  const seen = new Float64Array(width).fill(1e-6)
  const seenTable = new Float64Array(tableSize).fill(1e-6)
  let bias = 0
  let seenBias = 1e-6
  const order = examples.map((_, i) => i)
  const stir = stirrer(7)
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    stir(order)
    for (const i of order) {
      const example = examples[i]
      if (example === undefined) continue
      const { features, grams, wanted } = example
      const share = grams.length === 0 ? 0 : 1 / Math.sqrt(grams.length)
      let sum = bias
      for (let k = 0; k < width; k++) sum += (weights[k] ?? 0) * (features[k] ?? 0)
      for (const gram of grams) sum += (table[gram] ?? 0) * share
      const error = 1 / (1 + Math.exp(-sum)) - (wanted ? 1 : 0)
      seenBias += error * error
      bias -= (RATE * error) / Math.sqrt(seenBias)
      for (let k = 0; k < width; k++) {
        const step = error * (features[k] ?? 0) + DECAY * (weights[k] ?? 0)
        seen[k] = (seen[k] ?? 0) + step * step
        weights[k] = (weights[k] ?? 0) - (RATE * step) / Math.sqrt(seen[k] ?? 1)
      }
      for (const gram of grams) {
        const step = error * share + DECAY * (table[gram] ?? 0)
        seenTable[gram] = (seenTable[gram] ?? 0) + step * step
        table[gram] = (table[gram] ?? 0) - (RATE * step) / Math.sqrt(seenTable[gram] ?? 1)
      }
    }
  }
  const rounded = (n: number) => Math.round(n * 1000) / 1000
  return { bias: rounded(bias), weights: [...weights].map(rounded), ...encodeTable([...table]) }
}

const linesOf = (file: string): unknown[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): unknown => JSON.parse(line))

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const textOf = (line: Record<string, unknown>, key: string) => (typeof line[key] === 'string' ? line[key] : '')

const MATTER_TABLE = 4096

/** Lines `{text, own}`: is this message about the customer's own file? */
const matterExamples = (files: readonly string[]): Example[] =>
  files
    .flatMap(linesOf)
    .filter(isRecord)
    .filter((line) => typeof line.own === 'boolean')
    .map((line) => {
      const { folded } = fold(textOf(line, 'text'))
      return { features: matterFeatures(folded), grams: gramsOf(folded, MATTER_TABLE), wanted: line.own === true }
    })

/** Labelled drafts, or lines `{incoming, draft, unkind}`: does this answer turn on the reader? Only answers to somebody unhappy are asked. */
const toneExamples = (files: readonly string[]): Example[] =>
  files
    .flatMap(linesOf)
    .filter(isRecord)
    .flatMap((line) => {
      const read = readGuardLine(JSON.stringify({ id: 'tone', audience: 'public', ...line }))
      if ('trouble' in read || read.tolerated.includes('G3')) return []
      const draft = prepareDraft(read.input)
      if (!draft.incoming.unhappy) return []
      return [{ features: toneFeatures(draft), grams: [], wanted: line.unkind === true || read.expect.includes('G3') }]
    })

const CLAIM_TABLE = 2048

/**
 * Labelled drafts, or lines `{incoming, draft, claims}`, sentence by sentence. A draft claims something when G4 is expected of it, or when only its done facts keep G4 away; the
 * claim is where the lists see it, else in its longest sentence that asks nothing.
 */
const claimExamples = (files: readonly string[]): Example[] =>
  files
    .flatMap(linesOf)
    .filter(isRecord)
    .flatMap((line) => {
      const read = readGuardLine(JSON.stringify({ id: 'claim', audience: 'public', ...line }))
      if ('trouble' in read || read.tolerated.includes('G4')) return []
      const proved = read.mustNot.includes('G4') && read.input.facts.some((fact) => fact.status === 'done')
      const draft = prepareDraft(read.input)
      const listed = claimsOf(draft).map(({ claim }) => claim.start)
      const held = (s: Sentence) => listed.some((at) => at >= s.start && at < s.end)
      const longest = draft.sentences.filter((s) => !s.question).sort((a, b) => b.end - b.start - (a.end - a.start))[0]
      return draft.sentences.map((s) => ({
        features: claimFeatures(draft, s),
        grams: gramsOf(draft.folded.slice(s.start, s.end), CLAIM_TABLE),
        wanted:
          (line.claims === true || read.expect.includes('G4') || proved) &&
          (draft.sentences.some(held) ? held(s) : s === longest),
      }))
    })

const MODELS: Readonly<
  Record<string, { name: string; size: number; examples: (files: readonly string[]) => Example[] }>
> = {
  'own-matter': { name: 'OWN_MATTER', size: MATTER_TABLE, examples: matterExamples },
  claim: { name: 'CLAIM', size: CLAIM_TABLE, examples: claimExamples },
  tone: { name: 'TONE', size: 0, examples: toneExamples },
}

const written = (name: string, count: number, model: LinearModel) => `import type { LinearModel } from './linear.ts'

/** Written by train-guard.ts from ${count} examples; not to be edited by hand. */
export const ${name}: LinearModel = {
  bias: ${model.bias},
  weights: [${model.weights.join(', ')}],
  table: '${model.table}',
  step: ${model.step},
}
`

/** Learns one model from labelled lines; the same lines always give the same weights. */
export const learn = (
  which: string,
  files: readonly string[],
): { model: LinearModel; count: number; text: string } | undefined => {
  const wanted = MODELS[which]
  if (wanted === undefined) return undefined
  const examples = wanted.examples(files)
  const model = trainLinear(examples, wanted.size)
  return { model, count: examples.length, text: written(wanted.name, examples.length, model) }
}

/** `node src/server/training/train-guard.ts MODEL FILE…`: learns one of the guard's small models anew, in the order of the list above. */
const main = ([which = '', ...files]: readonly string[]): number => {
  const learned = files.length === 0 ? undefined : learn(which, files)
  if (learned === undefined) {
    console.error(`usage: train-guard.ts ${Object.keys(MODELS).join('|')} FILE…`)
    return 2
  }
  writeFileSync(new URL(`../../core/guard/learned/${which}.ts`, import.meta.url), learned.text)
  console.error(`${which} is learned from ${learned.count} examples.`)
  return 0
}

if (import.meta.main) process.exitCode = main(process.argv.slice(2))
