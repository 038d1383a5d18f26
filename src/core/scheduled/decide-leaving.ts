import { type Instant, MINUTE_MS } from '#core/time.ts'
import type { Why } from './scheduled-post.ts'

/** A time during which nothing that is scheduled leaves: an open incident, or a stop of the brand's speech. */
export type Pause = {
  readonly kind: 'incident' | 'stop'
  readonly id: string
  readonly from: Instant
  /** Null: it lasts. */
  readonly until: Instant | null
}

export type Planned = {
  /** The hour that was chosen, or when a person let them go after it. */
  readonly readyAt: Instant
  /** The incidents in spite of which somebody lets these words leave. */
  readonly allowed: ReadonlySet<string>
}

export type Leaving =
  | { readonly step: 'wait'; readonly until: Instant }
  | { readonly step: 'paused'; readonly by: readonly Pause[] }
  | { readonly step: 'ask'; readonly why: Why }
  /** Nothing keeps them in but what they say and who says it: they are read. */
  | { readonly step: 'read' }

const holds = ({ allowed }: Planned, pause: Pause): boolean => pause.kind === 'stop' || !allowed.has(pause.id)

/** What suspends these words now: every open incident in spite of which nobody lets them leave, and a brand that keeps silent (C3). */
export const pausesNow = (post: Planned, pauses: readonly Pause[], now: Instant): readonly Pause[] =>
  pauses.filter((pause) => holds(post, pause) && pause.from <= now && (pause.until === null || pause.until > now))

/** What suspended them at their hour or after it, and is over. */
const pausesSince = (post: Planned, pauses: readonly Pause[], now: Instant): readonly Pause[] =>
  pauses.filter(
    (pause) => holds(post, pause) && pause.until !== null && pause.until <= now && pause.until > post.readyAt,
  )

/**
 * What becomes of scheduled words now: they wait for their hour; while an incident is open they are suspended; what an incident, a stop or
 * a desk that was down kept past its hour asks, and never leaves late by surprise; what is not yet due goes on (W1, C3).
 */
export const decideLeaving = (
  post: Planned,
  { now, lateAfterMinutes, pauses }: { now: Instant; lateAfterMinutes: number; pauses: readonly Pause[] },
): Leaving => {
  const by = pausesNow(post, pauses, now)
  if (now < post.readyAt) return { step: 'wait', until: post.readyAt }
  if (by.length > 0) return { step: 'paused', by }
  const past = pausesSince(post, pauses, now)
  if (past.some(({ kind }) => kind === 'stop')) return { step: 'ask', why: 'speech-stopped' }
  if (past.length > 0) return { step: 'ask', why: 'incident-over' }
  return now - post.readyAt > lateAfterMinutes * MINUTE_MS ? { step: 'ask', why: 'late' } : { step: 'read' }
}
