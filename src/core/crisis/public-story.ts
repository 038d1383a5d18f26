import type { Instant } from '#core/time.ts'
import type { Level } from './level.ts'
import { afterUpdate, atLevel, type PublicClock, startClock } from './public-clock.ts'

/** What happened to an incident, as its thread keeps it. */
export type Happened = { readonly at: Instant; readonly name: string; readonly data: Readonly<Record<string, unknown>> }

/** Each word to the public beside when it was due, and what was still due when the thread ends. */
export type PublicStory = {
  readonly updates: readonly { readonly at: Instant; readonly dueAt: Instant }[]
  readonly nextDueAt: Instant
}

const levelIn = (value: unknown): Level => (value === 1 || value === 3 ? value : 2)

/** The clock of the public, told again from the thread of the cell: when each word was due by what was known then (C1, C3). */
export const tellPublicStory = (declaredAt: Instant, thread: readonly Happened[]): PublicStory => {
  const declared = thread.find(({ name }) => name === 'incident.declared')
  let level = levelIn(declared?.data.level)
  let clock: PublicClock = startClock(level, declaredAt)
  const updates: { at: Instant; dueAt: Instant }[] = []
  for (const { at, name, data } of thread) {
    if (name === 'incident.level-set') {
      level = levelIn(data.to)
      clock = atLevel(clock, level, declaredAt)
    }
    if (name === 'incident.update-planned' && typeof data.at === 'number') clock = { ...clock, nextAt: data.at }
    if (name === 'incident.update-made') {
      updates.push({ at, dueAt: clock.nextAt })
      clock = afterUpdate(level, at)
    }
  }
  return { updates, nextDueAt: clock.nextAt }
}
