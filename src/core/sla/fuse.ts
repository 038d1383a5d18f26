import type { Instant } from '#core/time.ts'
import { businessMinutesBetween } from './business-time.ts'
import type { BusinessCalendar } from './calendar.ts'
import { WARN_AT_SHARE } from './policy.ts'

export type FuseState = 'calm' | 'soon' | 'late'

/** What a row shows of its deadline: the bar that burns down, and the parts of its sentence (A2). */
export type Fuse = {
  readonly state: FuseState
  /** 1 when the customer has just written, 0 at the deadline and after. */
  readonly shareLeft: number
  readonly minutesLeft: number
  readonly minutesLate: number
}

export type Burning = {
  readonly unansweredSince: Instant
  readonly dueAt: Instant
  readonly now: Instant
  readonly warnAtShare?: number
  /** With business hours the bar stands still while the desk is closed. */
  readonly calendar?: BusinessCalendar
}

/** The fuse burns on the clock of the promise: amber for the last share of it, red from the deadline on (A2). */
export function measureFuse({ unansweredSince, dueAt, now, warnAtShare, calendar = 'always' }: Burning): Fuse {
  if (now >= dueAt) {
    const minutesLate = Math.floor(businessMinutesBetween(calendar, dueAt, now))
    return { state: 'late', shareLeft: 0, minutesLeft: 0, minutesLate }
  }
  const left = businessMinutesBetween(calendar, now, dueAt)
  const promised = businessMinutesBetween(calendar, unansweredSince, dueAt)
  const shareLeft = promised > 0 ? Math.min(1, left / promised) : 0
  const state = shareLeft <= (warnAtShare ?? WARN_AT_SHARE) ? 'soon' : 'calm'
  // Rounded up: "0 minutes left" would say that it is too late.
  return { state, shareLeft, minutesLeft: Math.ceil(left), minutesLate: 0 }
}

/** A duration as people say it: the two largest of days, hours and minutes. */
export type SpokenDuration = { readonly days: number; readonly hours: number; readonly minutes: number }

/** "2 days 3 hours", never "3,061 minutes": a deadline that must be computed is not read (A2). */
export function speakMinutes(minutes: number): SpokenDuration {
  const days = Math.floor(minutes / 1_440)
  const hours = Math.floor((minutes % 1_440) / 60)
  return { days, hours, minutes: days > 0 ? 0 : Math.floor(minutes % 60) }
}
