import { TELL_EVERY_MS, whomToTell } from '#core/surge/whom-to-tell.ts'
import { recordEvents } from '#server/db/record-events.ts'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import { rotaOf } from '#server/queries/brand-rota.ts'
import { tellMember } from '#server/rota/tell-member.ts'

type Told = Pick<Row<'alerts'>, 'id' | 'workspace_id' | 'account_id' | 'tellings' | 'taken_by'>

/** Tells those who must hear of an alert now, and writes down whom; until somebody takes it they are told again (L4). */
export const tellWatch = async (trx: Trx, desk: Desk, alert: Told): Promise<void> => {
  const now = desk.now()
  const { rota, members } = await rotaOf(trx, alert.workspace_id, now)
  const managers = members.filter(({ role }) => role === 'admin' || role === 'manager').map(({ id }) => id)
  const to = alert.taken_by === null ? whomToTell(rota, managers, now, alert.tellings) : [alert.taken_by]
  const times = alert.tellings + 1
  const kind = times === 1 ? 'alert.raised' : 'alert.untaken'
  for (const memberId of to)
    await tellMember(trx, desk, alert.workspace_id, memberId, kind, { alertId: alert.id, times })
  await trx
    .updateTable('alerts')
    .set({ tellings: times, tell_at: alert.taken_by === null ? new Date(now + TELL_EVERY_MS) : null })
    .where('id', '=', alert.id)
    .execute()
  await recordEvents(trx, alert.workspace_id, [
    {
      ...{ name: 'alert.told', at: now, memberId: null, data: { alertId: alert.id, times, to } },
      ...(alert.account_id !== null && { accountId: alert.account_id }),
    },
  ])
}
