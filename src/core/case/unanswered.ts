import type { Instant } from '#core/time.ts'
import type { CaseState, Unanswered } from './case.ts'

/** A flood of messages by one person is kept as its oldest part; the newest ones then stand together. */
export const MAX_KEPT = 100

type Owed = Pick<CaseState, 'unanswered' | 'dueAt' | 'unansweredSince'>

/** The deadline is the earliest of what is unanswered, and the wait is counted from the oldest of it (A2). */
export function owe(unanswered: readonly Unanswered[]): Owed {
  if (unanswered.length === 0) return { unanswered, dueAt: null, unansweredSince: null }
  return {
    unanswered,
    dueAt: unanswered.reduce((earliest, { dueAt }) => Math.min(earliest, dueAt), Infinity),
    unansweredSince: unanswered.reduce((oldest, { at }) => Math.min(oldest, at), Infinity),
  }
}

/** New words are more than thanks until they have been read: they are owed like any other (A1). */
function plain({ plainDueAt, ...one }: Unanswered): Unanswered {
  return plainDueAt === undefined ? one : { ...one, dueAt: plainDueAt }
}

/** One more thing to answer, or new words of one already there: the clock of the first words keeps running (A2). */
export function addUnanswered(all: readonly Unanswered[], added: Unanswered): readonly Unanswered[] {
  const known = all.find(({ messageId }) => messageId !== null && messageId === added.messageId)
  const before = known && plain(known)
  const merged = before
    ? { ...before, ...added, at: Math.min(before.at, added.at), dueAt: Math.min(before.dueAt, added.dueAt) }
    : added
  const rest = all.filter((one) => one !== known)
  const last = rest.at(-1)
  if (rest.length < MAX_KEPT || !last) return [...rest, merged]
  const { at, dueAt } = plain(last)
  const together = { ...merged, at: Math.min(at, merged.at), dueAt: Math.min(dueAt, merged.dueAt) }
  return [...rest.slice(0, -1), together]
}

/** An answer from the desk covers what its author had seen; what came in while it left still waits (A1). */
export function leftAfterAnswer(all: readonly Unanswered[], seen: number): readonly Unanswered[] {
  return all.filter(({ rank }) => rank > seen)
}

/** An answer given on the network itself covers what was there to be seen when it was written (A1). */
export function leftAfterOutsideAnswer(all: readonly Unanswered[], sentAt: Instant): readonly Unanswered[] {
  return all.filter(({ at }) => at > sentAt)
}
