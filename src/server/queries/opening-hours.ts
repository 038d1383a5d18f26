import type { BusinessHours } from '#core/sla/calendar.ts'
import type { Trx } from '#server/db/transaction.ts'

/** The brand's opening hours as its members wrote them; null while it has none, and then every hour counts (A2). */
export const openingHoursOf = async (trx: Trx, workspaceId: string): Promise<BusinessHours | null> => {
  const kept = await trx
    .selectFrom('business_calendars')
    .select('calendar')
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirst()
  // Written by verbs that check it.
  return (kept?.calendar as BusinessHours | undefined) ?? null
}
