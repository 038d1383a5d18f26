import type { Level } from '#core/crisis/level.ts'
import { atLevel } from '#core/crisis/public-clock.ts'
import { openCell } from '#server/crisis/lock-incident.ts'
import { recordIncident } from '#server/crisis/record.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, isRefused } from '#server/desk.ts'

/** Another level, and the pace of public updates that goes with it (C3). */
export const setIncidentLevel = (desk: Desk, actor: Actor, { id, level }: { id: string; level: Level }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const cell = await openCell(trx, actor, id)
    if (isRefused(cell)) return cell
    const { incident } = cell
    if (incident.level === level) return { done: true } as const
    const { declared_at, last_public_at: last, next_public_at: next } = incident
    const declaredAt = declared_at.getTime()
    const known = { lastAt: last?.getTime() ?? null, nextAt: next?.getTime() ?? Number.POSITIVE_INFINITY }
    const { nextAt } = atLevel(known, level, declaredAt)
    await trx
      .updateTable('incidents')
      .set({ level, next_public_at: new Date(nextAt) })
      .where('id', '=', id)
      .execute()
    await recordIncident(trx, desk, incident, {
      ...{ name: 'incident.level-set', memberId: actor.memberId, data: { from: incident.level, to: level } },
    })
    return { done: true } as const
  })
