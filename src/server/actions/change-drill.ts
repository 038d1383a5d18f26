import { recordEvents } from '#server/db/record-events.ts'
import type { Row } from '#server/db/schema.ts'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import { type Actor, type Desk, isRefused, NOT_FOUND, type Refused } from '#server/desk.ts'
import { endIn } from '#server/drills/step-drill.ts'

export type DrillChange = 'pause' | 'resume' | 'stop'

/** The drill of this workspace, locked, for whoever looks on; `starter` lets besides whoever began it. The others answer customers (C4). */
export const lockDrill = async (trx: Trx, actor: Actor, who?: 'starter'): Promise<Row<'drills'> | Refused> => {
  const row = await trx
    .selectFrom('drills')
    .selectAll()
    .where('workspace_id', '=', actor.workspaceId)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) return NOT_FOUND
  const part = await trx
    .selectFrom('drill_people')
    .select('part')
    .where('workspace_id', '=', actor.workspaceId)
    .where('member_id', '=', actor.memberId)
    .executeTakeFirst()
  const may = part?.part === 'observer' || (who === 'starter' && row.started_by === actor.memberId)
  return may ? row : { refused: 'drill-observers-only' }
}

const setOf = (row: Row<'drills'>, to: 'pause' | 'resume', now: number) =>
  to === 'pause'
    ? { state: 'paused' as const, paused_at: new Date(now) }
    : {
        ...{ state: 'running' as const, paused_at: null },
        paused_ms: row.paused_ms + now - (row.paused_at?.getTime() ?? now),
      }

/** Lets a drill stand still, go on, or end. What was asked twice is done once. */
export const changeDrill = async (desk: Desk, actor: Actor, { to }: { to: DrillChange }) => {
  const changed = await inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const row = await lockDrill(trx, actor, 'starter')
    if (isRefused(row)) return row
    if (row.state === 'over')
      return to === 'stop' ? ({ done: true } as const) : ({ refused: 'drill-over' } satisfies Refused)
    if (row.state === (to === 'pause' ? 'paused' : to === 'resume' ? 'running' : '')) return { done: true } as const
    if (to === 'stop') await endIn(trx, desk, row, actor.memberId)
    else {
      await trx
        .updateTable('drills')
        .set(setOf(row, to, desk.now()))
        .where('id', '=', row.id)
        .execute()
      const name = to === 'pause' ? ('drill.paused' as const) : ('drill.resumed' as const)
      await recordEvents(trx, actor.workspaceId, [{ name, at: desk.now(), memberId: actor.memberId }])
    }
    return { done: true } as const
  })
  if (!isRefused(changed)) desk.wake('drill')
  return changed
}
