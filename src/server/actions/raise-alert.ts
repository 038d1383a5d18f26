import type { SurgeReading } from '#core/surge/reading.ts'
import type { Topic } from '#core/triage/labels.ts'
import { tellWatch } from '#server/alerts/tell-watch.ts'
import { recordEvents } from '#server/db/record-events.ts'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import { endAlert } from './end-alert.ts'

interface Surge {
  workspaceId: string
  /** Null is the whole brand, or what is spoken of on all of its accounts. */
  accountId: string | null
  topic: Topic | null
  reading: SurgeReading
  /** Alerts of what is part of this one. */
  covers: readonly Row<'alerts'>[]
}

/** One surge, one alert: its line, its event and its first telling together. The brand's takes the place of its accounts' (L3, L4). */
export const raiseAlert = async (
  trx: Trx,
  desk: Desk,
  { workspaceId, accountId, topic, reading, covers }: Surge,
): Promise<Row<'alerts'>> => {
  const at = desk.now()
  const id = desk.newId()
  // Whoever took the account's has it in hand already.
  const taken = covers.find(({ taken_by }) => taken_by !== null)
  const alert = await trx
    .insertInto('alerts')
    .values({
      ...{ id, workspace_id: workspaceId, account_id: accountId, topic, raised_at: new Date(at) },
      ...{ bucket_at: new Date(reading.at), score: reading.score, height: reading.height },
      ...{ why: JSON.stringify(reading.why), taken_by: taken?.taken_by ?? null, taken_at: taken?.taken_at ?? null },
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  const { counted, usual, overMs } = reading.why
  await recordEvents(trx, workspaceId, [
    {
      ...{
        name: 'alert.raised',
        at,
        memberId: null,
        data: { alertId: id, topic, score: reading.score, counted, usual, overMs },
      },
      ...(accountId !== null && { accountId }),
    },
  ])
  for (const one of covers) await endAlert(trx, desk, one, id)
  await tellWatch(trx, desk, alert)
  return alert
}
