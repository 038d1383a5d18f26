import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { chooseMeaning, type Score } from '#core/triage/classifier.ts'
import type { FromChild, ToChild } from './classifier-wire.ts'
import { findLibrary } from './find-library.ts'
import type { ModelAnswer } from './model-answer.ts'
import { type ModelFolder, readModelFolder } from './model-folder.ts'
import { type FolderPlace, ModelTrouble } from './model-place.ts'

/** A large model is slow to come from a disk; what takes longer will not read in time either. */
const OPEN_MS = 5 * 60_000
const READ_MS = 60_000
const LAST_WORDS = 500

const fromChild: z.ZodType<FromChild> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('failed'), reason: z.string() }),
  z.object({
    ...{ kind: z.literal('scores'), id: z.number() },
    scores: z.array(z.object({ label: z.string(), score: z.number() })),
  }),
  z.object({ kind: z.literal('no'), id: z.number(), reason: z.string() }),
])

export interface Classifier extends AsyncDisposable {
  about: ModelFolder
  /** Whether it still lives. */
  lives(): boolean
  ask(words: string, signal?: AbortSignal): Promise<ModelAnswer>
  close(): Promise<void>
}

/** The process reads the library, the model and its own source, and has nothing of the desk's environment. */
const start = (packages: string, folder: string, signal: AbortSignal | undefined): ChildProcess => {
  const here = import.meta.dirname
  const mayRead = [packages, folder, here, join(here, '../../../package.json')].map((path) => `--allow-fs-read=${path}`)
  return fork(join(here, 'classifier-child.ts'), [], {
    execArgv: ['--permission', '--allow-addons', '--disable-warning=SecurityWarning', ...mayRead],
    ...{ env: {}, stdio: ['ignore', 'ignore', 'pipe', 'ipc'], ...(signal && { signal, killSignal: 'SIGKILL' }) },
  })
}

/** The child as questions and answers; whatever ends it answers what was asked last. */
const converse = (child: ChildProcess) => {
  let wait: ((said: FromChild) => void) | undefined
  let said = ''
  const answer = (heard: FromChild): void => wait?.(heard)
  child.stderr?.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-LAST_WORDS)
  })
  child.on('message', (message) => {
    const read = fromChild.safeParse(message)
    if (read.success) answer(read.data)
  })
  child.on('error', (error) => answer({ kind: 'failed', reason: error.message }))
  child.on('exit', (code, signal) => answer({ kind: 'failed', reason: `it ended (${signal ?? code}) ${said}`.trim() }))
  // A question keeps the desk waiting for its answer; the model between two questions keeps nothing from ending.
  child.unref()
  child.channel?.unref()
  return (asked: ToChild, withinMs: number): Promise<FromChild> =>
    new Promise((resolve) => {
      const late = setTimeout(() => answer({ kind: 'failed', reason: `no answer in ${withinMs / 1000} s` }), withinMs)
      wait = (heard) => {
        if ('id' in heard && !('id' in asked && asked.id === heard.id)) return
        clearTimeout(late)
        wait = undefined
        resolve(heard)
      }
      if (child.connected) child.send(asked)
      else answer({ kind: 'failed', reason: 'it has ended' })
    })
}

const meant = (scores: readonly Score[], about: ModelFolder): ModelAnswer => {
  const labels = chooseMeaning(scores, about.meanings, about)
  return labels === null ? { kind: 'unsure' } : { kind: 'part', labels }
}

/**
 * Opens the classifier of a folder in a process of its own, which ends with the signal; throws `ModelTrouble`, which says what to do. It is
 * asked one thing at a time.
 */
export const openClassifier = async (place: FolderPlace, ending?: AbortSignal): Promise<Classifier> => {
  const about = await readModelFolder(place.folder)
  const { entry, packages } = findLibrary(place.library)
  const folder = await realpath(place.folder)
  const child = start(packages, folder, ending)
  const ask = converse(child)
  const close = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
    child.ref()
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  const { task, weights, mostPieces, several, hypothesis = null } = about
  const asks = task === 'zero-shot-classification' ? { labels: [...about.meanings.keys()], hypothesis, several } : null
  const opened = await ask({ kind: 'open', entry, folder, task, weights, mostPieces, asks }, OPEN_MS)
  if (opened.kind !== 'ready') {
    await close()
    const why = opened.kind === 'failed' ? opened.reason : 'it says nothing'
    throw new ModelTrouble(
      `the model in ${place.folder} does not open: ${why}`,
      'Is it whole, and made for transformers.js? Or unset VIGIE_MODEL_FOLDER.',
    )
  }
  let asked = 0
  return {
    about,
    lives: () => child.connected,
    ask: async (words, signal) => {
      if (signal?.aborted === true) return { kind: 'later', reason: 'the desk is stopping' }
      asked += 1
      const end = (): void => void child.kill('SIGKILL')
      signal?.addEventListener('abort', end)
      const heard = await ask({ kind: 'read', id: asked, words }, READ_MS)
      signal?.removeEventListener('abort', end)
      if (heard.kind === 'scores') return meant(heard.scores, about)
      if (heard.kind === 'no') return heard
      await close()
      return { kind: 'later', reason: heard.kind === 'failed' ? heard.reason : 'it says nothing' }
    },
    close,
    [Symbol.asyncDispose]: close,
  }
}
