import { inWorkspace } from '#server/db/transaction.ts'
import type { Actor, Desk } from '#server/desk.ts'

const MOST_CLOSED = 20

/** The cells that are open, and the last ones that were closed. */
export const listIncidents = (desk: Desk, actor: Actor) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const rows = trx
      .selectFrom('incidents as i')
      .leftJoin('incident_roles as r', (join) =>
        join.onRef('r.incident_id', '=', 'i.id').on('r.role', '=', 'pilot').on('r.ended_at', 'is', null),
      )
      .leftJoin('members as m', 'm.id', 'r.member_id')
      .select(['i.id', 'i.title', 'i.level', 'i.alert_id', 'i.declared_at', 'i.next_public_at', 'i.closed_at'])
      .select(['r.member_id', 'm.name as pilot', 'r.taken_at'])
      .where('i.workspace_id', '=', actor.workspaceId)
      .orderBy('i.declared_at', 'desc')
      .orderBy('i.id', 'desc')
    const open = await rows.where('i.closed_at', 'is', null).execute()
    const closed = await rows.where('i.closed_at', 'is not', null).limit(MOST_CLOSED).execute()
    return {
      now: desk.now(),
      open: open.map((row) => ({
        ...{ id: row.id, title: row.title, level: row.level, alertId: row.alert_id },
        ...{ declaredAt: row.declared_at.getTime(), nextPublicAt: row.next_public_at?.getTime() ?? null },
        pilot: row.member_id === null ? null : { id: row.member_id, name: row.pilot ?? '?' },
        isTaken: row.taken_at !== null,
      })),
      closed: closed.map((row) => ({
        ...{ id: row.id, title: row.title, level: row.level, declaredAt: row.declared_at.getTime() },
        closedAt: row.closed_at?.getTime() ?? 0,
      })),
    }
  })
