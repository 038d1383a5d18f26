import type { Instant } from '#core/time.ts'

export type Shown = {
  readonly state: 'planned' | 'asks'
  readonly leavesAt: Instant
  readonly isPaused: boolean
  /** Nobody has read it yet, or its reader gave it back. */
  readonly isUnread: boolean
}

/** What will leave and when, what is suspended, what waits for a reader, and what asks somebody: the first line of whoever plans (W1, C3). */
export type Outlook = {
  readonly nextAt: Instant | null
  readonly leaving: number
  readonly paused: number
  readonly unread: number
  readonly asking: number
}

export const outlookOf = (posts: readonly Shown[]): Outlook => {
  const planned = posts.filter(({ state }) => state === 'planned')
  const paused = planned.filter(({ isPaused }) => isPaused)
  const unread = planned.filter(({ isPaused, isUnread }) => isUnread && !isPaused)
  const leaving = planned.filter(({ isPaused, isUnread }) => !isPaused && !isUnread)
  return {
    nextAt: leaving.length === 0 ? null : Math.min(...leaving.map(({ leavesAt }) => leavesAt)),
    ...{ leaving: leaving.length, paused: paused.length, unread: unread.length },
    asking: posts.length - planned.length,
  }
}
