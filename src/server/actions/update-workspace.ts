import { LONGEST_UNDO_MS, SHORTEST_UNDO_MS } from '#core/delivery/undo.ts'
import { isTimeZone } from '#core/sla/zone.ts'
import { recordEvents } from '#server/db/record-events.ts'
import type { RowChange } from '#server/db/schema.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import type { Actor, Desk, Refused } from '#server/desk.ts'

export interface WorkspaceChange {
  name?: string | undefined
  language?: 'fr' | 'en' | undefined
  timeZone?: string | undefined
  undoMs?: number | undefined
  lateAfterMinutes?: number | undefined
  privateWays?: readonly { kind: string; value: string }[] | undefined
}

const isWithin = (value: number | undefined, least: number, most: number): boolean =>
  value === undefined || (Number.isInteger(value) && value >= least && value <= most)

const findFault = (asked: WorkspaceChange): Refused | null => {
  if (asked.timeZone !== undefined && !isTimeZone(asked.timeZone)) return { refused: 'unknown-time-zone' }
  const faults = [
    ...(asked.name === undefined || (asked.name.trim() !== '' && asked.name.length <= 120) ? [] : ['name']),
    ...(isWithin(asked.undoMs, SHORTEST_UNDO_MS, LONGEST_UNDO_MS) ? [] : ['undoMs']),
    ...(isWithin(asked.lateAfterMinutes, 1, 1440) ? [] : ['lateAfterMinutes']),
    ...((asked.privateWays?.length ?? 0) <= 12 ? [] : ['privateWays']),
  ]
  return faults.length === 0 ? null : { refused: 'invalid-input', data: { fields: faults } }
}

/** Changes how the brand's desk is set; the log says which settings, not their values. */
export const updateWorkspace = async (desk: Desk, actor: Actor, asked: WorkspaceChange) => {
  const fault = findFault(asked)
  if (fault !== null) return fault
  const change: RowChange<'workspaces'> = {
    ...(asked.name !== undefined && { name: asked.name.trim() }),
    ...(asked.language !== undefined && { language: asked.language }),
    ...(asked.timeZone !== undefined && { time_zone: asked.timeZone }),
    ...(asked.undoMs !== undefined && { undo_ms: asked.undoMs }),
    ...(asked.lateAfterMinutes !== undefined && { late_after_minutes: asked.lateAfterMinutes }),
    ...(asked.privateWays !== undefined && { private_ways: JSON.stringify(asked.privateWays) }),
  }
  const settings = Object.keys(change)
  if (settings.length === 0) return null
  return inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    await trx.updateTable('workspaces').set(change).where('id', '=', actor.workspaceId).execute()
    await recordEvents(trx, actor.workspaceId, [
      { name: 'workspace.updated', at: desk.now(), memberId: actor.memberId, data: { settings } },
    ])
    return null
  })
}
