import type { BusinessHours } from '#core/sla/calendar.ts'
import { openDaysOf, type Spans } from '#core/sla/open-spans.ts'
import { DAY_MS, type Instant } from '#core/time.ts'
import type { Absence, Duty, Rota } from './rota.ts'

/** Somebody who is there, in their own name or in that of whoever is away. */
export type Present = { readonly memberId: string; readonly insteadOf: string | null }

const WEEK = [1, 2, 3, 4, 5, 6, 7] as const

/** The weekly hours of one member for one duty, on the same clock as the brand's business hours: the change of clocks is counted once. */
const hoursOf = (rota: Rota, memberId: string, duty: Duty): BusinessHours => ({
  timeZone: rota.timeZone,
  weekly: WEEK.map((day) =>
    rota.shifts.filter((one) => one.memberId === memberId && one.duty === duty && one.weekday === day),
  ),
  holidays: rota.closedDays,
  openings: [],
})

const kept = new WeakMap<Rota, Map<string, BusinessHours>>()

/** When the weekly shifts of a member take place on one UTC day, as `[starts, ends, …]`; absences are not taken out. */
export const shiftSpans = (rota: Rota, memberId: string, duty: Duty, epochDay: number): Spans => {
  const known = kept.get(rota) ?? new Map<string, BusinessHours>()
  kept.set(rota, known)
  const key = `${duty} ${memberId}`
  const hours = known.get(key) ?? hoursOf(rota, memberId, duty)
  known.set(key, hours)
  return openDaysOf(hours).spansOf(epochDay)
}

const isOnShift = (rota: Rota, memberId: string, duty: Duty, at: Instant): boolean => {
  const today = Math.floor(at / DAY_MS)
  for (const day of [today - 1, today, today + 1]) {
    const spans = shiftSpans(rota, memberId, duty, day)
    for (let i = 0; i < spans.length; i += 2) if ((spans[i] ?? 0) <= at && at < (spans[i + 1] ?? 0)) return true
  }
  return false
}

/** The absences under way; each names whoever stands in. */
export const absencesAt = (rota: Rota, memberId: string, at: Instant): readonly Absence[] =>
  rota.absences.filter((one) => one.memberId === memberId && one.fromAt <= at && at < one.untilAt)

export const isAway = (rota: Rota, memberId: string, at: Instant): boolean => absencesAt(rota, memberId, at).length > 0

/** Whether the brand has planned this duty at all: one that it has not planned is everybody's (T1). */
export const isPlanned = (rota: Rota, duty: Duty): boolean => rota.shifts.some((shift) => shift.duty === duty)

/**
 * Who takes a duty while somebody is away: their stand-in, or whoever stands in for that one when both are away. Nobody when the
 * chain ends with somebody who may not do this duty, or comes back to where it began (T1).
 */
export const standInOf = (rota: Rota, memberId: string, duty: Duty, at: Instant): string | null => {
  const seen = new Set([memberId])
  let asked = [memberId]
  while (asked.length > 0) {
    const next = asked
      .flatMap((id) => absencesAt(rota, id, at).flatMap(({ standInId }) => standInId ?? []))
      .filter((id) => !seen.has(id))
    for (const id of next) seen.add(id)
    const found = next.find(
      (id) => !isAway(rota, id, at) && rota.hands.some((hand) => hand.memberId === id && hand.able.includes(duty)),
    )
    if (found !== undefined) return found
    asked = next.filter((id) => isAway(rota, id, at))
  }
  return null
}

/** Who is on duty at this instant, and who of them stands in for whom; nobody twice (T1, L4). */
export const findPresent = (rota: Rota, duty: Duty, at: Instant): Present[] => {
  const own: Present[] = []
  const others: Present[] = []
  for (const { memberId, able } of rota.hands) {
    if (!able.includes(duty) || !isOnShift(rota, memberId, duty, at)) continue
    if (!isAway(rota, memberId, at)) {
      own.push({ memberId, insteadOf: null })
      continue
    }
    const standIn = standInOf(rota, memberId, duty, at)
    if (standIn !== null) others.push({ memberId: standIn, insteadOf: memberId })
  }
  const there = new Set(own.map(({ memberId }) => memberId))
  for (const one of others)
    if (!there.has(one.memberId)) {
      there.add(one.memberId)
      own.push(one)
    }
  return own
}
