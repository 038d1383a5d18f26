/**
 * A process of its own, so that neither the weight of a model nor a fault of native code ever holds or ends the desk. It gets words and
 * gives scores; it has no environment, no database, no network of its own doing, and reads only the folders that it was started with.
 */
import { setPriority } from 'node:os'
import { basename, dirname, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { FromChild, Score, ToChild } from './classifier-wire.ts'

type Tokenizer = ((words: string, options?: object) => unknown) & { model_max_length: number }
type Classify = (words: string, ...more: unknown[]) => Promise<unknown>
interface Library {
  env: {
    allowRemoteModels: boolean
    localModelPath: string
    useFSCache: boolean
    fetch: (url: string) => Promise<never>
  }
  pipeline(task: string, model: string, options: object): Promise<Classify & { tokenizer: Tokenizer }>
}

/** The desk's own work comes first. */
const POLITENESS = 10
/** A question follows the words of a zero-shot model, and must not be cut off with them. */
const MOST_WORDS_BEFORE_A_QUESTION = 1000

const tell = (said: FromChild): void => void process.send?.(said)
const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 500)

const open = async ({ entry, folder, weights, task, asks, mostPieces }: Extract<ToChild, { kind: 'open' }>) => {
  const { default: library }: { default: Library } = await import(pathToFileURL(entry).href)
  Object.assign(library.env, {
    ...{ allowRemoteModels: false, useFSCache: false, localModelPath: dirname(folder) + sep },
    fetch: () => Promise.reject(new Error('nothing is fetched')),
  })
  const options = { dtype: weights, device: 'cpu', local_files_only: true, session_options: { intraOpNumThreads: 1 } }
  const classify = await library.pipeline(task, basename(folder), options)
  const cut = classify.tokenizer
  const asked = { max_length: Math.min(mostPieces, cut.model_max_length) }
  classify.tokenizer = Object.assign((words: string, more?: object) => cut(words, { ...more, ...asked }), {
    model_max_length: asked.max_length,
  })
  if (asks === null) return async (words: string) => (await classify(words, { top_k: null })) as Score[]
  const { labels, hypothesis, several } = asks
  const question = { multi_label: several, ...(hypothesis !== null && { hypothesis_template: hypothesis }) }
  return async (words: string): Promise<Score[]> => {
    const said = await classify(words.slice(0, MOST_WORDS_BEFORE_A_QUESTION).toWellFormed(), labels, question)
    const { labels: names, scores } = said as { labels: string[]; scores: number[] }
    return names.map((label, place) => ({ label, score: scores[place] ?? 0 }))
  }
}

let classify: ((words: string) => Promise<Score[]>) | undefined

const hear = async (asked: ToChild): Promise<void> => {
  if (asked.kind === 'open') {
    classify = await open(asked)
    tell({ kind: 'ready' })
  } else if (classify !== undefined) {
    const { id, words } = asked
    const scores = await classify(words).catch((error: unknown) => reasonOf(error))
    tell(typeof scores === 'string' ? { kind: 'no', id, reason: scores } : { kind: 'scores', id, scores })
  }
}

setPriority(POLITENESS)
// The desk ends it, when its own work is done.
process.on('SIGINT', () => {})
process.on('disconnect', () => process.exit())
process.on('message', (asked: ToChild) => {
  hear(asked).catch((error: unknown) => tell({ kind: 'failed', reason: reasonOf(error) }))
})
