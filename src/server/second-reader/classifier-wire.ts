import type { ModelFolder } from './model-folder.ts'

export interface Score {
  label: string
  score: number
}

/** What the desk tells the process in which a model lives. */
export type ToChild =
  | {
      kind: 'open'
      /** The file at which transformers.js begins. */
      entry: string
      folder: string
      task: ModelFolder['task']
      weights: ModelFolder['weights']
      mostPieces: number
      /** What a zero-shot model is asked; null for a model with labels of its own. */
      asks: { labels: string[]; hypothesis: string | null; several: boolean } | null
    }
  | { kind: 'read'; id: number; words: string }

/** What it tells the desk. */
export type FromChild =
  | { kind: 'ready' }
  | { kind: 'failed'; reason: string }
  | { kind: 'scores'; id: number; scores: Score[] }
  | { kind: 'no'; id: number; reason: string }
