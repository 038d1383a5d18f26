import { dayAfter, dayBegins, dayOf, isDay, mondayOf, wallClock } from '#core/rota/brand-day.ts'
import { findPresent, isPlanned } from '#core/rota/on-duty.ts'
import { DUTIES, type Duty } from '#core/rota/rota.ts'
import { findHoles, findStretches } from '#core/rota/stretches.ts'
import { isOpen } from '#core/sla/business-time.ts'
import { DAY_MS, type PlainDate } from '#core/time.ts'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import type { Actor, Desk } from '#server/desk.ts'
import { type BrandRota, dutiesOf, rotaOf } from './brand-rota.ts'

const AHEAD_MS = 7 * DAY_MS
/** Centuries away the clocks of no zone are known. */
const isNear = (day: PlainDate): boolean => isDay(day) && day >= '2000-01-01' && day <= '2100-01-01'

/** One day of one duty: the stretches in which somebody is there, or should be. */
const readDay = ({ rota, calendar }: BrandRota, duty: Duty, day: PlainDate) => {
  const begins = dayBegins(rota.timeZone, day)
  const ends = dayBegins(rota.timeZone, dayAfter(day))
  const planned = isPlanned(rota, duty)
  return findStretches(rota, calendar, duty, begins, ends)
    .filter(({ present, open }) => present.length > 0 || (open && planned))
    .map(({ from, until, present, open }) => ({
      ...{ from: wallClock(rota.timeZone, from), to: until === ends ? '24:00' : wallClock(rota.timeZone, until) },
      ...{ fromAt: from, untilAt: until, present, open, hole: open && planned && present.length === 0 },
      ...{ shareFrom: (from - begins) / (ends - begins), shareTo: (until - begins) / (ends - begins) },
    }))
}

const readDuty = (brand: BrandRota, duty: Duty, days: readonly PlainDate[], now: number) => {
  const { rota, calendar } = brand
  const { timeZone } = rota
  const next = findHoles(rota, calendar, duty, now, now + AHEAD_MS)[0]
  return {
    duty,
    planned: isPlanned(rota, duty),
    now: findPresent(rota, duty, now),
    week: days.map((day) => readDay(brand, duty, day)),
    nextHole:
      next === undefined
        ? null
        : {
            ...{ fromAt: next.from, untilAt: next.until, day: dayOf(timeZone, next.from) },
            ...{ from: wallClock(timeZone, next.from), to: wallClock(timeZone, next.until) },
          },
  }
}

const listAbsences = async (trx: Trx, workspaceId: string, timeZone: string, now: number) => {
  const rows = await trx
    .selectFrom('absences')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('until_at', '>', new Date(now))
    .where('ended_at', 'is', null)
    .orderBy('from_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...{ id: row.id, memberId: row.member_id, standInId: row.stand_in_id },
    fromDay: dayOf(timeZone, row.from_at.getTime()),
    untilDay: dayOf(timeZone, row.until_at.getTime() - 1),
    started: row.from_at.getTime() <= now,
  }))
}

/** Who is on duty now, and hour by hour in the week of a day, with the hours that nobody takes (T1, L4). */
export const readRota = (desk: Desk, actor: Actor, input?: { day?: string | undefined }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const now = desk.now()
    const { time_zone: timeZone } = await trx
      .selectFrom('workspaces')
      .select('time_zone')
      .where('id', '=', actor.workspaceId)
      .executeTakeFirstOrThrow()
    const today = dayOf(timeZone, now)
    const monday = mondayOf(input?.day !== undefined && isNear(input.day) ? input.day : today)
    const brand = await rotaOf(trx, actor.workspaceId, Math.min(now, dayBegins(timeZone, monday)))
    const days = Array.from({ length: 7 }, (_, index) => dayAfter(monday, index))
    const shifts = await trx
      .selectFrom('shifts')
      .select(['id', 'member_id as memberId', 'duty', 'weekday', 'starts as from', 'ends as to'])
      .where('workspace_id', '=', actor.workspaceId)
      .orderBy('weekday')
      .orderBy('starts')
      .orderBy('id')
      .execute()
    return {
      ...{ now, timeZone, today, open: isOpen(brand.calendar, now), shifts },
      days: days.map((day) => ({ day, closed: brand.rota.closedDays.includes(day) })),
      duties: DUTIES.map((duty) => readDuty(brand, duty, days, now)),
      members: brand.members.map((member) => ({ ...member, able: dutiesOf(member.role) })),
      absences: await listAbsences(trx, actor.workspaceId, timeZone, now),
    }
  })
