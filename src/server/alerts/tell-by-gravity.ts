import type { Gravity } from '#core/crisis/gravity.ts'
import { sayGravityEn } from '#core/crisis/words/gravity-en.ts'
import { sayGravityFr } from '#core/crisis/words/gravity-fr.ts'
import type { Bulletin } from '#core/notification/bulletin.ts'
import { recordEvents } from '#server/db/record-events.ts'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import { queueBulletin } from '#server/notices/queue-bulletin.ts'
import { tellMember } from '#server/rota/tell-member.ts'

const say = { fr: sayGravityFr, en: sayGravityEn } as const

const bulletinOf = (language: 'fr' | 'en', gravity: Gravity): Pick<Bulletin, 'headline' | 'lines'> => {
  const { headline, raise, lower } = say[language](gravity)
  return { headline, lines: [raise, lower].filter((line) => line !== null) }
}

const waysFrom = (trx: Trx, level: number) =>
  trx
    .selectFrom('alert_ways')
    .selectAll()
    .where('stopped_at', 'is', null)
    .where('from_level', '<=', level as 1)
    .execute()

/** Those who are to hear from this level on: once when it is reached, and again at each higher one; never again when it only comes back (L4). */
export const tellByGravity = async (
  trx: Trx,
  desk: Desk,
  alert: Row<'alerts'>,
  gravity: Gravity,
  toldLevel: number,
): Promise<void> => {
  const { level } = gravity
  if (level <= toldLevel) return
  const members = await trx
    .selectFrom('alert_recipients')
    .select('member_id')
    .where('from_level', '<=', level)
    .orderBy('member_id')
    .execute()
  const ways = await waysFrom(trx, level)
  for (const { member_id } of members)
    await tellMember(trx, desk, alert.workspace_id, member_id, 'alert.gravity', { alertId: alert.id, level })
  for (const way of ways)
    await queueBulletin(trx, desk, {
      ...{ workspaceId: alert.workspace_id, wayId: way.id, alertId: alert.id, thing: `${alert.id} ${level}` },
      ...{
        kind: 'gravity',
        ...bulletinOf(way.language, gravity),
        data: { alertId: alert.id, level, total: gravity.total },
      },
    })
  await trx.updateTable('alert_gravities').set({ told_level: level }).where('alert_id', '=', alert.id).execute()
  if (members.length + ways.length === 0) return
  await recordEvents(trx, alert.workspace_id, [
    {
      ...{ name: 'gravity.told', at: desk.now(), memberId: null },
      data: { alertId: alert.id, level, to: members.map((one) => one.member_id), ways: ways.map(({ id }) => id) },
      ...(alert.account_id !== null && { accountId: alert.account_id }),
    },
  ])
}

const OVER = {
  fr: 'Alerte terminée : l’activité est redevenue celle d’un jour ordinaire.',
  en: 'The alert is over: it is again as on any day.',
} as const

/** Whoever was told outside the desk that it was grave hears that it is over. */
export const tellOver = async (trx: Trx, desk: Desk, workspaceId: string, alertId: string): Promise<void> => {
  const told = await trx
    .selectFrom('alert_ways as w')
    .select(['w.id', 'w.language'])
    .where('w.stopped_at', 'is', null)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('bulletins as b')
          .select('b.id')
          .whereRef('b.way_id', '=', 'w.id')
          .where('b.alert_id', '=', alertId),
      ),
    )
    .execute()
  for (const { id, language } of told)
    await queueBulletin(trx, desk, {
      ...{ workspaceId, wayId: id, alertId, thing: `${alertId} over`, kind: 'over' },
      ...{ headline: OVER[language], lines: [], data: { alertId } },
    })
}
