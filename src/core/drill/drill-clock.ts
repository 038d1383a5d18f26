import { type Instant, MINUTE_MS } from '#core/time.ts'

/** How the story's time goes by beside the desk's: faster, and not at all while the drill stands still. */
export type DrillClock = {
  readonly startedAt: Instant
  /** Minutes of the story in one minute of the desk. */
  readonly compression: number
  /** How long it has stood still altogether, before the pause that it may be in now. */
  readonly pausedMs: number
  readonly pausedAt: Instant | null
}

/** The moment of the story at a moment of the desk (C4). */
export const storyAt = ({ startedAt, compression, pausedMs, pausedAt }: DrillClock, deskAt: Instant): Instant =>
  startedAt + Math.max(0, Math.round((Math.min(deskAt, pausedAt ?? deskAt) - startedAt - pausedMs) * compression))

/** The moment of the desk at a moment of the story: what people say is dated as the desk dates everything. */
export const deskAt = ({ startedAt, compression, pausedMs }: DrillClock, storyMoment: Instant): Instant =>
  Math.round(startedAt + pausedMs + (storyMoment - startedAt) / compression)

/**
 * A promise of the story, in minutes of the desk's clock: divided by the compression, so that an answer is owed at the same moment of the
 * story as it would be in life; at least a minute, since the desk counts in whole ones (A2, C4).
 */
export const compressedMinutes = (minutes: number, compression: number): number =>
  Math.max(1, Math.ceil(minutes / compression))

/** The stricter of what the brand promises and of what the scenario's public expects (A2). */
export const drillPromise = (own: number | null, expected: number): number => Math.min(own ?? expected, expected)

/** How far the story is, in minutes since its beginning. */
export const storyMinute = ({ startedAt }: Pick<DrillClock, 'startedAt'>, moment: Instant): number =>
  Math.max(0, Math.floor((moment - startedAt) / MINUTE_MS))
