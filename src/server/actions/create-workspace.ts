import type { BusinessHours } from '#core/sla/calendar.ts'
import { frenchHolidays } from '#core/sla/holidays-fr.ts'
import { isTimeZone } from '#core/sla/zone.ts'
import { recordEvents } from '#server/db/record-events.ts'
import { enterWorkspace, type Trx } from '#server/db/transaction.ts'
import type { Desk, Refused } from '#server/desk.ts'

export interface NewWorkspace {
  name: string
  language: 'fr' | 'en'
  timeZone: string
}

const slugOf = (name: string, id: string): string => {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const words = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')
  return `${words.slice(0, 60) || 'desk'}-${id.slice(-8)}`
}

/** Where a brand starts: office hours, and the holidays of France for a desk on French time. Both are there to be changed. */
export const startingCalendar = (timeZone: string, now: number): BusinessHours => {
  const day = [{ from: '09:00', to: '18:00' }]
  const year = new Date(now).getUTCFullYear()
  const french = timeZone === 'Europe/Paris' ? [year, year + 1, year + 2] : []
  return {
    timeZone,
    weekly: [day, day, day, day, day, [], []],
    holidays: french.flatMap((one) => frenchHolidays(one).map((holiday) => holiday.day)),
    openings: [],
  }
}

/** The rows that every brand starts with, and its first administrator. */
export const openWorkspace = async (desk: Desk, trx: Trx, adminId: string, asked: NewWorkspace): Promise<string> => {
  const id = desk.newId()
  const now = desk.now()
  const at = new Date(now)
  await enterWorkspace(trx, id)
  await trx
    .insertInto('workspaces')
    .values({
      id,
      name: asked.name,
      slug: slugOf(asked.name, id),
      language: asked.language,
      time_zone: asked.timeZone,
      created_at: at,
    })
    .execute()
  await trx
    .insertInto('memberships')
    .values({ workspace_id: id, member_id: adminId, role: 'admin', created_at: at })
    .execute()
  await trx.insertInto('case_numbers').values({ workspace_id: id }).execute()
  await trx
    .insertInto('business_calendars')
    .values({
      workspace_id: id,
      calendar: JSON.stringify(startingCalendar(asked.timeZone, now)),
      updated_at: at,
    })
    .execute()
  await recordEvents(trx, id, [
    { name: 'workspace.created', at: now, memberId: adminId },
    { name: 'member.joined', at: now, memberId: adminId, data: { memberId: adminId, role: 'admin' } },
  ])
  return id
}

/** Opens a desk for another brand (an agency's next client). Whoever administers one brand may; nobody else is let in by it. */
export const createWorkspace = async (desk: Desk, memberId: string, asked: NewWorkspace) => {
  if (!isTimeZone(asked.timeZone)) return { refused: 'unknown-time-zone' } satisfies Refused
  return desk.db.app.transaction().execute(async (trx) => {
    const administers = await trx
      .selectFrom('memberships')
      .select('workspace_id')
      .where('member_id', '=', memberId)
      .where('role', '=', 'admin')
      .limit(1)
      .executeTakeFirst()
    if (administers === undefined) return { refused: 'not-allowed' } satisfies Refused
    return { id: await openWorkspace(desk, trx, memberId, asked) }
  })
}
