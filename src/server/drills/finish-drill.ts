import { debriefDrill } from '#core/drill/debrief/debrief-drill.ts'
import { storyAt } from '#core/drill/drill-clock.ts'
import { withOrders } from '#core/drill/orders.ts'
import { recordEvents } from '#server/db/record-events.ts'
import type { Row } from '#server/db/schema.ts'
import { enterWorkspace, type Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import { clockOf } from '#server/queries/drill-parts.ts'
import { readLogOf } from './drill-log.ts'

/** Ends a drill: the debrief is made of what was kept, and kept with it; nothing more is said in its workspace (C4, M3). */
export const finishDrill = async (trx: Trx, desk: Desk, row: Row<'drills'>, memberId: string | null): Promise<void> => {
  const at = desk.now()
  const log = await readLogOf(trx, row, storyAt(clockOf(row), at))
  await trx
    .updateTable('drills')
    .set({
      ...{ state: 'over', over_at: new Date(at), paused_at: null },
      // What stood still until the end stood still all the same.
      paused_ms: row.paused_ms + (row.paused_at === null ? 0 : at - row.paused_at.getTime()),
      debrief: JSON.stringify(debriefDrill(withOrders(row.scenario, row.orders), log)),
    })
    .where('id', '=', row.id)
    .execute()
  await trx
    .updateTable('channel_accounts')
    .set({ next_poll_at: null })
    .where('workspace_id', '=', row.workspace_id)
    .execute()
  await trx
    .updateTable('workspaces')
    .set({ drill_over_at: new Date(at) })
    .where('id', '=', row.workspace_id)
    .execute()
  const event = {
    ...{ name: 'drill.over' as const, at, memberId },
    data: { drillWorkspaceId: row.workspace_id },
  }
  await recordEvents(trx, row.workspace_id, [event])
  await enterWorkspace(trx, row.brand_id)
  await recordEvents(trx, row.brand_id, [event])
  await enterWorkspace(trx, row.workspace_id)
}
