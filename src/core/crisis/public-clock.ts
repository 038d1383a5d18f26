import { DAY_MS, type Instant } from '#core/time.ts'
import { type Level, PUBLIC_PACE } from './level.ts'

/** When the brand last spoke to the public of this incident, and when it is next expected to. */
export type PublicClock = { readonly lastAt: Instant | null; readonly nextAt: Instant }

/** In a crisis nobody is told to wait for longer before the next word. */
export const LONGEST_WAIT_MS = 3 * DAY_MS

/** Whether an hour may be announced for the next word to the public: one to come, and not so far that the clock would fall silent (C3). */
export const mayAnnounce = (at: Instant, now: Instant): boolean => at > now && at <= now + LONGEST_WAIT_MS

/** Declared, the incident owes the public a first word soon (C1). */
export const startClock = (level: Level, declaredAt: Instant): PublicClock => ({
  lastAt: null,
  nextAt: declaredAt + PUBLIC_PACE[level].firstMs,
})

/** The brand has spoken: the next word is owed by the pace of the level, and each one starts it anew (C3). */
export const afterUpdate = (level: Level, at: Instant): PublicClock => ({
  lastAt: at,
  nextAt: at + PUBLIC_PACE[level].everyMs,
})

/** Another level, another pace: what is owed sooner is owed sooner at once, what was announced is never put off (C3). */
export const atLevel = (clock: PublicClock, level: Level, declaredAt: Instant): PublicClock => {
  const paced = clock.lastAt === null ? startClock(level, declaredAt) : afterUpdate(level, clock.lastAt)
  return { lastAt: clock.lastAt, nextAt: Math.min(clock.nextAt, paced.nextAt) }
}
