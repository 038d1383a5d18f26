import type { BusinessHours } from '#core/sla/calendar.ts'
import { findCalendarFaults } from '#core/sla/calendar-faults.ts'
import { recordEvents } from '#server/db/record-events.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import type { Actor, Desk, Refused } from '#server/desk.ts'
import { charterInForce } from '#server/queries/charter-in-force.ts'

const spelled = (week: BusinessHours['weekly']): string =>
  JSON.stringify(week.map((slots) => slots.map(({ from, to }) => [from, to])))

/** Changes the opening hours that business promises run on (A2, T1); a calendar that makes no sense is refused whole. */
export const updateCalendar = async (desk: Desk, actor: Actor, hours: BusinessHours) => {
  const faults = findCalendarFaults(hours)
  if (faults.length > 0) return { refused: 'calendar-faults', data: { faults } } satisfies Refused
  return inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const { charter } = await charterInForce(trx)
    // The week is signed with the charter; closed days and exceptional hours stay a daily matter (H1).
    if (charter !== null && spelled(charter.week) !== spelled(hours.weekly))
      return { refused: 'settled-by-charter' } satisfies Refused
    const at = desk.now()
    const kept = { calendar: JSON.stringify(hours), updated_at: new Date(at) }
    await trx
      .insertInto('business_calendars')
      .values({ workspace_id: actor.workspaceId, ...kept })
      .onConflict((c) => c.column('workspace_id').doUpdateSet(kept))
      .execute()
    await recordEvents(trx, actor.workspaceId, [{ name: 'calendar.changed', at, memberId: actor.memberId }])
    return { done: true } as const
  })
}
