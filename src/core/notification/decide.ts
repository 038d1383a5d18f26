import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS, SECOND_MS } from '#core/time.ts'
import type { Choices, Means } from './choices.ts'
import { quietUntil } from './quiet-hours.ts'
import { isGrave, type Topic, topicOf } from './topics.ts'

/** A line of « For me », as it was written. */
export interface Notice {
  readonly kind: string
  readonly createdAt: Instant
}

/** What the desk knows of a notice at the moment of telling. */
export interface Standing {
  /** Read in the desk, or its case opened since. */
  readonly seen: boolean
  /** What it asks for is done or gone: a reply that waited is approved, an account is back. */
  readonly over: boolean
  /** The same thing went out by the same means, lately, and was not looked at since. */
  readonly told: boolean
}

export type Silence = 'not-chosen' | 'seen' | 'over' | 'told' | 'too-old'
export type Decision =
  | { readonly kind: 'now' }
  | { readonly kind: 'later'; readonly at: Instant }
  | { readonly kind: 'never'; readonly why: Silence }

/** So long the desk's own screen has the word; what is grave waits less. */
const DELAY_MS = 60 * SECOND_MS
const GRAVE_DELAY_MS = 15 * SECOND_MS
/** After a week it is news to nobody. */
const TOO_OLD_MS = 7 * DAY_MS
/** The same thing is not told again for so long while it lies unread. */
export const SAME_THING_MS = 12 * HOUR_MS

/** How long a notice waits for its reader in the desk before it goes anywhere else (L4). */
export const delayOf = (topic: Topic): number => (isGrave(topic) ? GRAVE_DELAY_MS : DELAY_MS)

/**
 * Whether a notice goes to a member by one means, and when: now, at the end of their quiet hours, or never (L4, V2). What is grave goes
 * through quiet hours; what was seen, done or told before goes nowhere.
 */
export const decideTelling = (
  notice: Notice,
  choices: Choices,
  means: Means,
  standing: Standing,
  now: Instant,
): Decision => {
  const never = (why: Silence): Decision => ({ kind: 'never', why })
  const topic = topicOf(notice.kind)
  if (!choices.means[topic].includes(means)) return never('not-chosen')
  if (standing.seen) return never('seen')
  if (standing.over) return never('over')
  if (standing.told) return never('told')
  if (now - notice.createdAt >= TOO_OLD_MS) return never('too-old')
  const ready = notice.createdAt + delayOf(topic)
  const from = Math.max(now, ready)
  const quiet = isGrave(topic) ? null : quietUntil(choices.quiet, from)
  if (quiet !== null) return { kind: 'later', at: quiet }
  return from > now ? { kind: 'later', at: from } : { kind: 'now' }
}

/** After so many failures it is given up; the notice stays in the desk (A3). */
export const MOST_TRIES = 8

/** When a failed telling is tried again: a minute, two, four… an hour at most; null when it is given up. */
export const retryAt = (tries: number, now: Instant): Instant | null =>
  tries >= MOST_TRIES ? null : now + Math.min(MINUTE_MS * 2 ** (tries - 1), HOUR_MS)
