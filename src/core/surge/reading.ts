import type { Instant } from '#core/time.ts'

/** Why a bucket stands out, as data: « 152 messages in 30 minutes, 27 times the usual for a Tuesday 14 h, 81 % negative » (L3). */
export type SurgeWhy = {
  readonly overMs: number
  readonly counted: number
  /** How many are usual over as long at this hour of this weekday. */
  readonly usual: number
  /** `null` where hardly one is usual: a multiple of next to nothing says nothing. */
  readonly times: number | null
  /** 1 is Monday. */
  readonly weekday: number
  readonly hour: number
  readonly negativeShare: number | null
}

export type SurgeReading = {
  readonly at: Instant
  /** From 0 to 1; `ALERT_SCORE` and above is an alert. 0 for all that beats no record. */
  readonly score: number
  /** How the moment compares with the oddest one of a usual day, record or not: what a gauge shows. */
  readonly height: number
  readonly why: SurgeWhy
  /** `learning` until a whole day is known: nothing is told before. */
  readonly state: 'learning' | 'known'
  /** `silent`: nobody is heard where somebody should be; `unheard`: the feed is known to be down. Neither is calm (L4). */
  readonly feed: 'heard' | 'silent' | 'unheard'
  /** Since when nothing was heard, and how many messages are missing by the habit of these hours. */
  readonly silence: { readonly sinceAt: Instant; readonly missing: number } | null
}
