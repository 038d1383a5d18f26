import { dayAfter, dayBegins, isDay } from '#core/rota/brand-day.ts'
import { may } from '#server/access/permissions.ts'
import { recordEvents } from '#server/db/record-events.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND, type Refused } from '#server/desk.ts'
import { lockRota } from '#server/rota/lock-rota.ts'
import { tellMember } from '#server/rota/tell-member.ts'

interface Away {
  memberId: string
  fromDay: string
  untilDay: string
  standInId: string | null
}

/** Said before they are missed: who is away, both days included, and who stands in, who is told (T1). */
export const recordAbsence = (desk: Desk, actor: Actor, { memberId, fromDay, untilDay, standInId }: Away) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    if (memberId !== actor.memberId && !may(actor.role, 'rota.write'))
      return { refused: 'absence-not-yours' } satisfies Refused
    if (!isDay(fromDay) || !isDay(untilDay) || untilDay < fromDay || fromDay < '2000-01-01' || untilDay > '2100-01-01')
      return { refused: 'absence-backwards' } satisfies Refused
    if (standInId === memberId) return { refused: 'stand-in-self' } satisfies Refused
    const team = await lockRota(trx, actor.workspaceId)
    if (!team.some(({ id }) => id === memberId)) return NOT_FOUND
    if (standInId !== null && !team.some(({ id }) => id === standInId))
      return { refused: 'not-a-member' } satisfies Refused
    const { time_zone: timeZone } = await trx
      .selectFrom('workspaces')
      .select('time_zone')
      .where('id', '=', actor.workspaceId)
      .executeTakeFirstOrThrow()
    const at = desk.now()
    const from = dayBegins(timeZone, fromDay)
    const until = dayBegins(timeZone, dayAfter(untilDay))
    if (until <= at) return { refused: 'absence-over' } satisfies Refused
    const id = desk.newId()
    await trx
      .insertInto('absences')
      .values({
        ...{ id, workspace_id: actor.workspaceId, member_id: memberId, stand_in_id: standInId },
        ...{
          from_at: new Date(from),
          until_at: new Date(until),
          recorded_by: actor.memberId,
          recorded_at: new Date(at),
        },
      })
      .execute()
    await recordEvents(trx, actor.workspaceId, [
      {
        ...{ name: 'absence.recorded', at, memberId: actor.memberId },
        data: { absenceId: id, memberId, fromDay, untilDay, standInId },
      },
    ])
    if (standInId !== null && standInId !== actor.memberId)
      await tellMember(trx, desk, actor.workspaceId, standInId, 'absence.recorded', { absenceId: id, memberId })
    return { done: true } as const
  })
