import { readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { findMeanings, type Meaning, SURE_ENOUGH } from '#core/triage/classifier.ts'
import { flags, intents, sentiments, topics, urgentReasons } from '#core/triage/labels.ts'
import { ModelTrouble } from './model-place.ts'

/** What a model folder may hold besides the model: what its labels mean to a desk. */
export const DECLARATION = 'vigie.json'

const meaning = z.strictObject({
  intent: z.enum(intents).exactOptional(),
  sentiment: z.enum(sentiments).exactOptional(),
  topic: z.enum(topics).exactOptional(),
  urgent: z.literal(true).exactOptional(),
  needs_answer: z.literal(true).exactOptional(),
  personal_dispute: z.boolean().exactOptional(),
  reasons: z.array(z.enum(urgentReasons)).exactOptional(),
  flags: z.array(z.enum(flags)).exactOptional(),
})

const tasks = ['text-classification', 'zero-shot-classification'] as const

const declared = z.strictObject({
  task: z.enum(tasks).default('text-classification'),
  labels: z.record(z.string().min(1).max(200), meaning).exactOptional(),
  sure: z.number().min(0).max(1).default(SURE_ENOUGH),
  /** Of a zero-shot model: each label is asked by itself, and several may hold. */
  several: z.boolean().default(false),
  /** What a zero-shot model is asked of each label, which stands for {}. */
  hypothesis: z.string().max(500).includes('{}').exactOptional(),
})

const settings = z.object({
  id2label: z.record(z.string(), z.string()).optional(),
  problem_type: z.string().nullish(),
  max_position_embeddings: z.number().int().positive().optional(),
})

/** The forms in which a network is published, and what the library calls them; the exact one first. */
const WEIGHTS = [
  ['fp32', 'model.onnx'],
  ['q8', 'model_quantized.onnx'],
  ['fp16', 'model_fp16.onnx'],
  ['q4', 'model_q4.onnx'],
] as const

export interface ModelFolder {
  task: (typeof tasks)[number]
  meanings: ReadonlyMap<string, Meaning>
  sure: number
  several: boolean
  hypothesis: string | undefined
  weights: (typeof WEIGHTS)[number][0]
  /** How many pieces of words it reads at once. */
  mostPieces: number
}

/** Most classifiers read so many pieces of words; some count two more for themselves. */
const USUAL_PIECES = 512
const OWN_PIECES = 2

const isFile = async (path: string): Promise<boolean> => (await stat(path).catch(() => null))?.isFile() === true

const MAKE = 'Put a model there as transformers.js reads it: config.json, tokenizer.json and onnx/model.onnx.'

const readJson = async <T>(path: string, shape: z.ZodType<T>, todo: string): Promise<T> => {
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text === null) throw new ModelTrouble(`${path} cannot be read`, todo)
  try {
    const read = shape.safeParse(JSON.parse(text))
    if (read.success) return read.data
    const faults = read.error.issues.map((issue) => `${issue.path.join('.') || basename(path)}: ${issue.message}`)
    throw new ModelTrouble(`${path} is not understood: ${faults.slice(0, 3).join('; ')}`, todo)
  } catch (error) {
    throw error instanceof ModelTrouble ? error : new ModelTrouble(`${path} is no JSON`, todo)
  }
}

const weightsIn = async (folder: string): Promise<ModelFolder['weights']> => {
  for (const [weights, name] of WEIGHTS) if (await isFile(join(folder, 'onnx', name))) return weights
  throw new ModelTrouble(`${join(folder, 'onnx')} holds none of ${WEIGHTS.map(([, name]) => name).join(', ')}`, MAKE)
}

/** What each label means, declared or by its name; every label of the model is accounted for, and no other is named. */
const meaningsOf = (folder: string, names: readonly string[], given: Record<string, Meaning> | undefined) => {
  const file = join(folder, DECLARATION)
  if (given === undefined) {
    const found = findMeanings(names)
    if (found !== null) return found
    const todo = `Say in ${file} what each of them means, {} for nothing; docs/triage.md shows how.`
    throw new ModelTrouble(`the labels ${names.join(', ')} are not all intents, sentiments or topics of the desk`, todo)
  }
  const missing = names.filter((name) => !Object.hasOwn(given, name))
  if (missing.length > 0)
    throw new ModelTrouble(
      `${file} does not say what ${missing.join(', ')} means`,
      'Give it a meaning, {} for nothing.',
    )
  const unknown = Object.keys(given).filter((name) => !names.includes(name))
  if (unknown.length > 0)
    throw new ModelTrouble(
      `the model has no label ${unknown.join(', ')}`,
      `Its labels are ${names.join(', ')}; mend ${file}.`,
    )
  return new Map(Object.entries(given))
}

/** What a folder says of its model, read before anything of it is run. */
export const readModelFolder = async (folder: string): Promise<ModelFolder> => {
  if ((await stat(folder).catch(() => null))?.isDirectory() !== true)
    throw new ModelTrouble(`there is no folder ${folder}`, `${MAKE} Or unset VIGIE_MODEL_FOLDER.`)
  const config = await readJson(join(folder, 'config.json'), settings, MAKE)
  if (!(await isFile(join(folder, 'tokenizer.json'))))
    throw new ModelTrouble(`${join(folder, 'tokenizer.json')} is missing`, MAKE)
  const weights = await weightsIn(folder)
  const file = join(folder, DECLARATION)
  const said = (await isFile(file)) ? await readJson(file, declared, `Mend ${file}.`) : declared.parse({})
  const asks = said.task === 'zero-shot-classification'
  if (asks && Object.keys(said.labels ?? {}).length < 2)
    throw new ModelTrouble(`${file} gives a zero-shot model nothing to choose from`, 'Name two labels or more there.')
  const names = asks ? Object.keys(said.labels ?? {}) : Object.values(config.id2label ?? {})
  if (asks && !Object.values(config.id2label ?? {}).some((name) => name.toLowerCase() === 'entailment'))
    throw new ModelTrouble(
      `the model in ${folder} knows no entailment`,
      'A zero-shot model is one for inference (NLI): take one of those.',
    )
  if (names.length === 0) throw new ModelTrouble(`${join(folder, 'config.json')} names no labels (id2label)`, MAKE)
  return {
    ...{ task: said.task, meanings: meaningsOf(folder, names, said.labels), sure: said.sure, weights },
    ...{
      hypothesis: said.hypothesis,
      several: asks ? said.several : config.problem_type === 'multi_label_classification',
    },
    mostPieces: Math.max(1, (config.max_position_embeddings ?? USUAL_PIECES + OWN_PIECES) - OWN_PIECES),
  }
}
