import { DAY_MS, HOUR_MS, type Instant } from '#core/time.ts'

/** What is usual for a word, a story or all messages: two counts that fade, one within hours and one within weeks; constant memory. */
export type Pace = { readonly fast: number; readonly slow: number; readonly at: Instant }

/** Half of it is forgotten in so long. */
const FAST_MS = 2 * HOUR_MS
const SLOW_MS = 7 * DAY_MS

export const noPace = (at: Instant): Pace => ({ fast: 0, slow: 0, at })

/** The counts as they have faded by now; the clock never runs backwards. */
export function paceAt({ fast, slow, at }: Pace, now: Instant): Pace {
  const passed = Math.max(0, now - at)
  return { fast: fast * 2 ** (-passed / FAST_MS), slow: slow * 2 ** (-passed / SLOW_MS), at: Math.max(at, now) }
}

export function hearOne(pace: Pace, now: Instant): Pace {
  const faded = paceAt(pace, now)
  return { ...faded, fast: faded.fast + 1, slow: faded.slow + 1 }
}

/** How long a fading count looks back, where listening began so long ago. */
const spanOf = (halfMs: number, knownMs: number): number => (halfMs / Math.LN2) * (1 - 2 ** (-knownMs / halfMs))

export type Rise = {
  /** Messages of the last hours, the newest counting most. */
  readonly heard: number
  /** How many would be usual. */
  readonly usual: number
  readonly times: number
  /** How far above the usual, in its own scatter. */
  readonly surprise: number
}

/** Nothing is called usual before so long. */
export const LEARNING_MS = DAY_MS

/** What is heard in these hours, and what would be: the burst itself is left out of the usual. */
function measure(pace: Pace, now: Instant, since: Instant): { heard: number; usual: number } {
  const { fast, slow } = paceAt(pace, now)
  const known = Math.max(LEARNING_MS, now - since)
  const [near, far] = [spanOf(FAST_MS, known), spanOf(SLOW_MS, known)]
  return { heard: fast, usual: Math.max(0, slow - fast) * (near / (far - near)) }
}

/**
 * How much more is heard now than this very word or story is used to (L3). The tide of the hour, which lifts everything, is taken out: a
 * busy morning is no subject. Of a radar that has just begun to listen nobody knows the tide.
 */
export function riseOf(pace: Pace, all: Pace, now: Instant, since: Instant): Rise {
  const own = measure(pace, now, since)
  const whole = measure(all, now, since)
  const tide = now - since < LEARNING_MS ? 1 : (whole.heard - own.heard) / Math.max(whole.usual - own.usual, 1)
  const usual = own.usual * Math.max(1, tide)
  const { heard } = own
  return { heard, usual, times: heard / Math.max(usual, 0.5), surprise: (heard - usual) / Math.sqrt(usual + 1) }
}
