import { DAY_MS, HOUR_MS, MINUTE_MS } from '#core/time.ts'

/** What the detector holds to be quick, slow, little and much. Few numbers, each with a reason; `docs/surge.md` shows how little hangs on each. */
export type SurgeSettings = {
  /** The longer of the two spans that are looked at: a storm that rises slowly shows here before it shows in one bucket. */
  readonly spanMs: number
  /** After this long, half of what was usual is forgotten: brands grow. */
  readonly levelHalfLifeMs: number
  /** The same of how much counts scatter. */
  readonly spreadHalfLifeMs: number
  /** The same of how high an ordinary day's peak is. */
  readonly peakHalfLifeMs: number
  /** How much one hour teaches of its hour of the day. */
  readonly hourShare: number
  /** How much one hour teaches of its hour of the week, beyond the hour of the day. */
  readonly weekHourShare: number
  /** Added to counts before their root is taken: one message where none is usual is no event. */
  readonly damping: number
  /** From this many spreads on a surprise counts less and teaches no more: one absurd bucket does not make the desk deaf. */
  readonly mostSurprise: number
  /** Added to the usual peak of a day: the peak of a very regular brand is next to nothing, and anything is a multiple of it. */
  readonly leastPeak: number
  /** What an ordinary day's peak is taken for, as if one day had been seen: who knows little is careful. */
  readonly firstPeak: number
  /** Fewer messages than this beyond the usual, within the longer span, are never told: two people are not a storm, however small the brand. */
  readonly leastExcess: number
  /** After this long, a surprise needs to be only half as high: a day after a storm, one that is half as high must be told again. */
  readonly recordHalfLifeMs: number
  /** A surprise is told only when it is this many times the record: an event is one alert, a rise of the same event another. */
  readonly margin: number
  /** The height, in usual peaks of a day, at which the score is one half and people are told. */
  readonly alertHeight: number
}

export const SURGE_SETTINGS: SurgeSettings = {
  spanMs: 30 * MINUTE_MS,
  levelHalfLifeMs: 7 * DAY_MS,
  spreadHalfLifeMs: 14 * DAY_MS,
  peakHalfLifeMs: 28 * DAY_MS,
  hourShare: 0.1,
  weekHourShare: 0.05,
  damping: 3,
  mostSurprise: 30,
  leastPeak: 1.5,
  firstPeak: 20,
  leastExcess: 5,
  recordHalfLifeMs: 12 * HOUR_MS,
  margin: 1.6,
  alertHeight: 0.75,
}

/** A score from here on is an alert (L3). */
export const ALERT_SCORE = 0.5
