import type { Flag } from './flag.ts'
import type { Why } from './scheduled-post.ts'

/** What was found when the words were read again at their hour. */
export type ReadAtTheHour = {
  /** Whoever wrote them is of the team, and may speak to everybody. */
  readonly mayWrite: boolean
  readonly secondFactorMissing: boolean
  /** It is the one that was shown, connected, and carries words to everybody (G5). */
  readonly accountIsThere: boolean
  /** Null: nobody had to read them when they were planned. */
  readonly approval: 'waiting' | 'approved' | 'over' | null
  readonly isHeldByGuard: boolean
  /** How many people must have read them by what holds now, and how many did. */
  readonly readersNeeded: number
  readonly readers: number
  /** What they touch that nobody was shown. */
  readonly unseen: readonly Flag[]
}

/** Why words that are due do not leave: by what holds at that moment, not by what held when they were planned (W1, G4, G5, V1, V3). Null: they leave. */
export const whyKeptIn = (read: ReadAtTheHour): Why | null => {
  if (!read.mayWrite) return 'writer'
  if (read.secondFactorMissing) return 'second-factor'
  if (!read.accountIsThere) return 'account'
  if (read.approval !== null && read.approval !== 'approved') return 'not-read'
  if (read.isHeldByGuard) return 'guard'
  if (read.readers < read.readersNeeded) return 'needs-reader'
  return read.unseen.length > 0 ? 'unfortunate' : null
}
