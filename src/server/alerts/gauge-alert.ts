import { type Gravity, gaugeGravity } from '#core/crisis/gravity.ts'
import { hearGravity } from '#core/crisis/hear-gravity.ts'
import { heatListOf } from '#core/crisis/heat.ts'
import type { SurgeReading } from '#core/surge/reading.ts'
import { MINUTE_MS } from '#core/time.ts'
import { recordEvents } from '#server/db/record-events.ts'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import { charterInForce } from '#server/queries/charter-in-force.ts'
import { listHeard, listVoices } from '#server/queries/heard-since.ts'
import { tellByGravity } from './tell-by-gravity.ts'

/** A standing alert's gauge is read anew this often, and at once when the alert grows. */
export const GAUGE_EVERY_MS = MINUTE_MS

/** What the charter in force calls sensitive is a word of a crisis in this trade (V1, L3). */
export const tradeWordsOf = async (trx: Trx): Promise<readonly string[]> =>
  (await charterInForce(trx)).approval.subjects.flatMap(({ words }) => words)

const readGravity = async (trx: Trx, desk: Desk, alert: Row<'alerts'>, reading: SurgeReading): Promise<Gravity> => {
  const now = desk.now()
  // What made the alert was said before it was raised.
  const since = alert.raised_at.getTime() - alert.why.overMs
  const where = { workspaceId: alert.workspace_id, accountId: alert.account_id, topic: alert.topic }
  const networkOf = (connector: string) => desk.registry.get(connector)?.network ?? connector
  const { counted, usual, overMs } = reading.why
  return gaugeGravity(
    hearGravity({
      volume: reading.feed === 'heard' ? { counted, usual, overMs } : null,
      messages: await listHeard(trx, where, since, now),
      voices: await listVoices(trx, where, since, networkOf),
      list: heatListOf(await tradeWordsOf(trx)),
      ...{ since, now },
    }),
  )
}

const keep = async (trx: Trx, alert: Row<'alerts'>, gravity: Gravity, at: Date): Promise<void> => {
  const kept = { at, level: gravity.level, height: alert.height, gravity: JSON.stringify(gravity) }
  await trx
    .insertInto('alert_gravities')
    .values({ alert_id: alert.id, workspace_id: alert.workspace_id, ...kept })
    .onConflict((c) => c.column('alert_id').doUpdateSet(kept))
    .execute()
}

/** Reads how grave a standing alert is, writes down each change of level, and tells those who are to hear from that level on (L3, L4). */
export const gaugeAlert = async (trx: Trx, desk: Desk, alert: Row<'alerts'>, reading: SurgeReading): Promise<void> => {
  const known = await trx.selectFrom('alert_gravities').selectAll().where('alert_id', '=', alert.id).executeTakeFirst()
  const now = desk.now()
  if (known !== undefined && known.height >= alert.height && now - known.at.getTime() < GAUGE_EVERY_MS) return
  const gravity = await readGravity(trx, desk, alert, reading)
  await keep(trx, alert, gravity, new Date(now))
  if (known?.level !== gravity.level)
    await recordEvents(trx, alert.workspace_id, [
      {
        ...{ name: 'gravity.changed', at: now, memberId: null },
        data: { alertId: alert.id, from: known?.level ?? null, level: gravity.level, total: gravity.total },
        ...(alert.account_id !== null && { accountId: alert.account_id }),
      },
    ])
  await tellByGravity(trx, desk, alert, gravity, known?.told_level ?? 0)
}
