import { Temporal } from 'temporal-polyfill'
import { HOUR_MS, type Instant } from '#core/time.ts'

/** A stretch of time during which a zone keeps the same offset from UTC. */
type Stretch = { readonly from: Instant; readonly until: Instant; readonly offsetMs: number }

const MAX_ZONES = 700
const MAX_STRETCHES = 400
/** More than any offset from UTC that ever was. */
const WIDEST_OFFSET_MS = 16 * HOUR_MS

const stretchesByZone = new Map<string, Stretch[]>()

function readStretch(timeZone: string, at: Instant): Stretch {
  const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone)
  // `previous` is strictly before: one millisecond later includes a change that happens at this very moment.
  const last = there.add({ milliseconds: 1 }).getTimeZoneTransition('previous')
  const next = there.getTimeZoneTransition('next')
  return {
    from: last?.epochMilliseconds ?? -Infinity,
    until: next?.epochMilliseconds ?? Infinity,
    offsetMs: there.offsetNanoseconds / 1e6,
  }
}

function stretchAt(timeZone: string, at: Instant): Stretch {
  let known = stretchesByZone.get(timeZone)
  const found = known?.find((stretch) => stretch.from <= at && at < stretch.until)
  if (found) return found
  const stretch = readStretch(timeZone, at)
  if (!known) {
    if (stretchesByZone.size >= MAX_ZONES) stretchesByZone.clear()
    known = []
    stretchesByZone.set(timeZone, known)
  }
  if (known.length >= MAX_STRETCHES) known.length = 0
  known.push(stretch)
  return stretch
}

/** What a zone's clocks are ahead of UTC at a moment. */
export const offsetAt = (timeZone: string, at: Instant): number => stretchAt(timeZone, at).offsetMs

function stretchesAround(timeZone: string, wallMs: number): Stretch[] {
  const around: Stretch[] = []
  let at = wallMs - WIDEST_OFFSET_MS
  while (at <= wallMs + WIDEST_OFFSET_MS) {
    const stretch = stretchAt(timeZone, at)
    around.push(stretch)
    at = stretch.until
  }
  return around
}

/**
 * When a wall-clock time strikes, given as if it were UTC. A shift begins the first time that its hour strikes and ends the
 * last time; an hour that the clocks skip strikes at the moment of the change (A2).
 */
export function strikesAt(timeZone: string, wallMs: number, edge: 'opening' | 'closing'): Instant {
  let found: Instant | null = null
  let change: Instant | null = null
  for (const { from, until, offsetMs } of stretchesAround(timeZone, wallMs)) {
    const at = wallMs - offsetMs
    if (at >= until) change = until
    if (edge === 'opening') {
      if (found === null && from <= at && at < until) found = at
    } else if (from < at && at <= until) found = at
  }
  return found ?? change ?? wallMs
}

/** Whether the desk can compute in this zone: a calendar with an unknown zone is refused when it is saved (A2). */
export function isTimeZone(timeZone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone)
    return true
  } catch {
    return false
  }
}
