import type { Charter } from '#core/charter/charter.ts'
import { compileCharter } from '#core/charter/compile.ts'
import type { BusinessHours } from '#core/sla/calendar.ts'
import { recordEvents } from '#server/db/record-events.ts'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { Actor, Desk } from '#server/desk.ts'
import { openingHoursOf } from '#server/queries/opening-hours.ts'

const writePromises = async (trx: Trx, { workspaceId }: Actor, charter: Charter) => {
  for (const [connector, policy] of compileCharter(charter).promises) {
    const promise = {
      first_reply_minutes: policy.firstReplyMinutes,
      next_reply_minutes: policy.nextReplyMinutes,
      calendar: policy.calendar,
      ...(policy.thanksReplyMinutes === undefined ? {} : { thanks_reply_minutes: policy.thanksReplyMinutes }),
    }
    await trx
      .insertInto('sla_policies')
      .values({ workspace_id: workspaceId, connector, ...promise })
      .onConflict((c) => c.columns(['workspace_id', 'connector']).doUpdateSet(promise))
      .execute()
  }
}

/** The week is the charter's; closed days and exceptional hours are daily matters, and stay as they were set. */
const writeWeek = async (trx: Trx, desk: Desk, { workspaceId }: Actor, charter: Charter) => {
  const { time_zone } = await trx
    .selectFrom('workspaces')
    .select('time_zone')
    .where('id', '=', workspaceId)
    .executeTakeFirstOrThrow()
  const before = (await openingHoursOf(trx, workspaceId)) ?? { timeZone: time_zone, holidays: [], openings: [] }
  const hours: BusinessHours = { ...before, weekly: charter.week }
  const row = { calendar: JSON.stringify(hours), updated_at: new Date(desk.now()) }
  await trx
    .insertInto('business_calendars')
    .values({ workspace_id: workspaceId, ...row })
    .onConflict((c) => c.column('workspace_id').doUpdateSet(row))
    .execute()
}

/** Both sides have agreed: from this transaction on the desk is held to it, promises and hours included (H1, A2). */
export const putCharterInForce = async (trx: Trx, desk: Desk, actor: Actor, version: Row<'charter_versions'>) => {
  const at = desk.now()
  await trx
    .updateTable('charter_versions')
    .set({ in_force_at: new Date(at) })
    .where('id', '=', version.id)
    .execute()
  await writePromises(trx, actor, version.charter)
  await writeWeek(trx, desk, actor, version.charter)
  await recordEvents(trx, actor.workspaceId, [
    { name: 'charter.came-into-force', at, memberId: null, data: { number: version.number } },
  ])
}
