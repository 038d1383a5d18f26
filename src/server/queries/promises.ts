import type { BusinessHours } from '#core/sla/calendar.ts'
import { THANKS_REPLY_MINUTES } from '#core/sla/policy.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import type { Actor, Desk } from '#server/desk.ts'
import { openingHoursOf } from './opening-hours.ts'

const neverOpen = (timeZone: string): BusinessHours => ({
  timeZone,
  weekly: [[], [], [], [], [], [], []],
  holidays: [],
  openings: [],
})

/** What the brand promises on each network (A2): its own policy, or the one that the network's connector starts with. */
export const readPromises = (desk: Desk, actor: Actor) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const rows = await trx.selectFrom('sla_policies').selectAll().execute()
    const own = new Map(rows.map((row) => [row.connector, row]))
    const { time_zone, drill_of } = await trx
      .selectFrom('workspaces')
      .select(['time_zone', 'drill_of'])
      .where('id', '=', actor.workspaceId)
      .executeTakeFirstOrThrow()
    const spoken = [...desk.registry.values()].filter(({ drill }) => (drill === true) === (drill_of !== null))
    const policies = spoken.map(({ id, network, capabilities: { promise } }) => {
      const row = own.get(id)
      return {
        connector: id,
        network,
        default: row === undefined,
        firstReplyMinutes: row?.first_reply_minutes ?? promise.firstReplyMinutes,
        nextReplyMinutes: row?.next_reply_minutes ?? promise.nextReplyMinutes,
        thanksReplyMinutes: row?.thanks_reply_minutes ?? promise.thanksReplyMinutes ?? THANKS_REPLY_MINUTES,
        calendar: row?.calendar ?? promise.calendar,
      }
    })
    return { policies, hours: (await openingHoursOf(trx, actor.workspaceId)) ?? neverOpen(time_zone) }
  })
