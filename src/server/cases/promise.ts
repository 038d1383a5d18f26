import type { BusinessCalendar } from '#core/sla/calendar.ts'
import type { SlaPolicy } from '#core/sla/policy.ts'
import { connectorOf } from '#server/channels/open-channel.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import { openingHoursOf } from '#server/queries/opening-hours.ts'

export interface Promised {
  policy: SlaPolicy
  calendar: BusinessCalendar
}

/** What the brand promised on this account's network (A2): its own policy, or the network's starting one; and its opening hours. */
export const promiseOf = async (
  desk: Desk,
  trx: Trx,
  account: { connector: string; workspace_id: string },
): Promise<Promised> => {
  const own = await trx
    .selectFrom('sla_policies')
    .selectAll()
    .where('workspace_id', '=', account.workspace_id)
    .where('connector', '=', account.connector)
    .executeTakeFirst()
  const hours = await openingHoursOf(trx, account.workspace_id)
  const policy =
    own === undefined
      ? connectorOf(desk, account).capabilities.promise
      : {
          firstReplyMinutes: own.first_reply_minutes,
          nextReplyMinutes: own.next_reply_minutes,
          thanksReplyMinutes: own.thanks_reply_minutes,
          calendar: own.calendar,
        }
  return { policy, calendar: hours ?? 'always' }
}
