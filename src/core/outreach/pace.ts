import { type Instant, MINUTE_MS } from '#core/time.ts'

export const LEAST_PER_MINUTE = 1
export const MOST_PER_MINUTE = 60
/** Slow enough that a fault seen in the first answers still stops most of the list. */
export const USUAL_PER_MINUTE = 10

/** How many more messages may be given to one account now: so many in any minute, and no burst after a pause (C2). */
export const roomNow = (givenAt: readonly Instant[], perMinute: number, now: Instant): number =>
  Math.max(0, perMinute - givenAt.filter((at) => at > now - MINUTE_MS).length)

/** About how long the rest will take, in minutes. */
export const minutesLeft = (waiting: readonly { readonly accountId: string }[], perMinute: number): number => {
  const counts = new Map<string, number>()
  for (const { accountId } of waiting) counts.set(accountId, (counts.get(accountId) ?? 0) + 1)
  return Math.ceil(Math.max(0, ...counts.values()) / perMinute)
}
