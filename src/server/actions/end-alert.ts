import { tellOver } from '#server/alerts/tell-by-gravity.ts'
import { recordEvents } from '#server/db/record-events.ts'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'

/** The series is calm again, or the brand's own alert took this one's place. */
export const endAlert = async (
  trx: Trx,
  desk: Desk,
  alert: Row<'alerts'>,
  coveredBy: string | null = null,
): Promise<void> => {
  const at = desk.now()
  await trx
    .updateTable('alerts')
    .set({ over_at: new Date(at), covered_by: coveredBy, tell_at: null })
    .where('id', '=', alert.id)
    .execute()
  await recordEvents(trx, alert.workspace_id, [
    {
      ...{ name: 'alert.over', at, memberId: null, data: { alertId: alert.id, coveredBy } },
      ...(alert.account_id !== null && { accountId: alert.account_id }),
    },
  ])
  if (coveredBy === null) await tellOver(trx, desk, alert.workspace_id, alert.id)
}
