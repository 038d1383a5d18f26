import { isOpen } from '#core/sla/business-time.ts'
import type { BusinessCalendar } from '#core/sla/calendar.ts'
import { openDaysOf, type Spans } from '#core/sla/open-spans.ts'
import { DAY_MS, type Instant } from '#core/time.ts'
import { findPresent, isPlanned, type Present, shiftSpans } from './on-duty.ts'
import type { Duty, Rota } from './rota.ts'

/** A stretch of time during which the same people are there. */
export type Stretch = {
  readonly from: Instant
  readonly until: Instant
  readonly present: readonly Present[]
  /** Whether the desk is open, so that somebody should be there. */
  readonly open: boolean
}

export type Hole = { readonly from: Instant; readonly until: Instant }

const daysBetween = (from: Instant, until: Instant): number[] => {
  const first = Math.floor(from / DAY_MS) - 1
  const last = Math.floor(until / DAY_MS) + 1
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

/** Every moment at which who is there, or whether the desk is open, may change. */
const edgesOf = (rota: Rota, calendar: BusinessCalendar, duty: Duty, from: Instant, until: Instant): Instant[] => {
  const edges = new Set<Instant>([from, until])
  const add = (spans: Spans) => {
    for (const at of spans) if (from < at && at < until) edges.add(at)
  }
  for (const day of daysBetween(from, until)) {
    for (const { memberId } of rota.hands) add(shiftSpans(rota, memberId, duty, day))
    if (calendar !== 'always') add(openDaysOf(calendar).spansOf(day))
  }
  for (const { fromAt, untilAt } of rota.absences) add([fromAt, untilAt])
  return [...edges].sort((a, b) => a - b)
}

const same = (a: Stretch, b: Stretch): boolean =>
  a.open === b.open &&
  a.present.length === b.present.length &&
  a.present.every((one, i) => one.memberId === b.present[i]?.memberId && one.insteadOf === b.present[i]?.insteadOf)

/** Who is there for a duty, stretch by stretch, without a gap from one moment to another (T1). */
export const findStretches = (
  rota: Rota,
  calendar: BusinessCalendar,
  duty: Duty,
  from: Instant,
  until: Instant,
): Stretch[] => {
  const edges = edgesOf(rota, calendar, duty, from, until)
  const found: Stretch[] = []
  for (const [index, at] of edges.entries()) {
    const next = edges[index + 1]
    if (next === undefined) break
    const one = { from: at, until: next, present: findPresent(rota, duty, at), open: isOpen(calendar, at) }
    const last = found.at(-1)
    if (last !== undefined && same(last, one)) found[found.length - 1] = { ...last, until: next }
    else found.push(one)
  }
  return found
}

/** Business hours during which nobody is there for a duty that is planned: an alert would reach nobody (L4, T1). */
export const findHoles = (rota: Rota, calendar: BusinessCalendar, duty: Duty, from: Instant, until: Instant): Hole[] =>
  isPlanned(rota, duty)
    ? findStretches(rota, calendar, duty, from, until)
        .filter(({ open, present }) => open && present.length === 0)
        .map((one) => ({ from: one.from, until: one.until }))
    : []
