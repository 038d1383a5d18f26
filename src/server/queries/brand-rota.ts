import { closedDaysOf, DUTIES, type Duty, type Rota } from '#core/rota/rota.ts'
import type { BusinessCalendar } from '#core/sla/calendar.ts'
import type { Instant } from '#core/time.ts'
import { may, type Permission } from '#server/access/permissions.ts'
import type { Role } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import { colleaguesOf } from './colleagues.ts'
import { openingHoursOf } from './opening-hours.ts'

const needed: Readonly<Record<Duty, Permission>> = {
  watch: 'inbox.read',
  approve: 'approval.give',
  answer: 'reply.send',
}

/** What a role can be put down for: no trainee alone at the controls (V3). */
export const dutiesOf = (role: Role): Duty[] => DUTIES.filter((duty) => may(role, needed[duty]))

export interface BrandRota {
  rota: Rota
  calendar: BusinessCalendar
  members: readonly { id: string; name: string; role: Role }[]
}

/** The plan of the brand as the core reads it: members whose account is open, weekly hours, closed days, and absences not over before `since`. */
export const rotaOf = async (trx: Trx, workspaceId: string, since: Instant): Promise<BrandRota> => {
  const { time_zone: timeZone } = await trx
    .selectFrom('workspaces')
    .select('time_zone')
    .where('id', '=', workspaceId)
    .executeTakeFirstOrThrow()
  const calendar: BusinessCalendar = (await openingHoursOf(trx, workspaceId)) ?? 'always'
  const members = await colleaguesOf(trx, workspaceId)
  const shifts = await trx
    .selectFrom('shifts')
    .select(['member_id as memberId', 'duty', 'weekday', 'starts as from', 'ends as to'])
    .where('workspace_id', '=', workspaceId)
    .execute()
  const absences = await trx
    .selectFrom('absences')
    .select(['member_id', 'stand_in_id', 'from_at', 'until_at', 'ended_at'])
    .where('workspace_id', '=', workspaceId)
    .where('until_at', '>', new Date(since))
    .orderBy('from_at')
    .orderBy('id')
    .execute()
  const rota: Rota = {
    ...{ timeZone, shifts, closedDays: closedDaysOf(calendar) },
    hands: members.map(({ id, role }) => ({ memberId: id, able: dutiesOf(role) })),
    absences: absences.map((row) => ({
      ...{ memberId: row.member_id, standInId: row.stand_in_id, fromAt: row.from_at.getTime() },
      untilAt: Math.min(row.until_at.getTime(), row.ended_at?.getTime() ?? Number.POSITIVE_INFINITY),
    })),
  }
  return { rota, calendar, members }
}
