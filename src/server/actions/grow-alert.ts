import type { SurgeReading } from '#core/surge/reading.ts'
import { recordEvents } from '#server/db/record-events.ts'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'

/** A standing alert shows the greater figures; nobody is told anew. */
export const growAlert = async (
  trx: Trx,
  desk: Desk,
  alert: Row<'alerts'>,
  reading: SurgeReading,
): Promise<Row<'alerts'>> => {
  const { counted, usual, overMs } = reading.why
  const grown = await trx
    .updateTable('alerts')
    .set({
      ...{ bucket_at: new Date(reading.at), height: reading.height, calm_since: null },
      ...{ score: Math.max(alert.score, reading.score), why: JSON.stringify(reading.why) },
    })
    .where('id', '=', alert.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await recordEvents(trx, alert.workspace_id, [
    {
      ...{ name: 'alert.grown', at: desk.now(), memberId: null, data: { alertId: alert.id, counted, usual, overMs } },
      ...(alert.account_id !== null && { accountId: alert.account_id }),
    },
  ])
  return grown
}
