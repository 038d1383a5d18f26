import { addBusinessMinutes } from '#core/sla/business-time.ts'
import type { BusinessCalendar } from '#core/sla/calendar.ts'
import type { Instant } from '#core/time.ts'
import { nearAt } from './clock.ts'

/** The hours of a question to a department: a reminder, then a word to whoever answers for the department, then the time itself. */
export type QuestionClock = { readonly nearAt: Instant; readonly headAt: Instant; readonly dueAt: Instant }

const NEAR_SHARE = 0.6
const HEAD_SHARE = 0.8

/**
 * A department answers within what it promised, counted in the brand's open hours; whoever was asked is reminded with four tenths of the
 * time left, and its head is told with two tenths left, before it passes (T3). A calendar that never opens counts on the wall.
 */
export const departmentClock = (
  calendar: BusinessCalendar,
  askedAt: Instant,
  promiseMinutes: number,
): QuestionClock => {
  const after = (share: number) => addBusinessMinutes(calendar, askedAt, promiseMinutes * share)
  const [near, head, due] = [after(NEAR_SHARE), after(HEAD_SHARE), after(1)]
  return near === 'never' || head === 'never' || due === 'never'
    ? departmentClock('always', askedAt, promiseMinutes)
    : { nearAt: near, headAt: head, dueAt: due }
}

/** The same for a time that the asker chose: the head is told half way between the reminder and the end (T3). */
export const chosenClock = (askedAt: Instant, dueAt: Instant): QuestionClock => {
  const near = nearAt(askedAt, dueAt)
  return { nearAt: near, headAt: Math.floor((near + dueAt) / 2), dueAt }
}

type Told = {
  readonly nearAt: Instant
  /** Null where no head is to be told. */
  readonly headAt: Instant | null
  readonly dueAt: Instant
  readonly nearTold: boolean
  readonly headTold: boolean
  readonly passedTold: boolean
}

/** What the clock says now of a question without an answer: each thing once, and only the gravest of those that are due (T3). */
export const dueQuestion = (clock: Told, now: Instant): 'near' | 'head' | 'passed' | null => {
  if (now >= clock.dueAt) return clock.passedTold ? null : 'passed'
  if (clock.headAt !== null && now >= clock.headAt) return clock.headTold ? null : 'head'
  return now >= clock.nearAt && !clock.nearTold ? 'near' : null
}
