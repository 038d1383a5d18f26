import { openCell } from '#server/crisis/lock-incident.ts'
import { recordIncident } from '#server/crisis/record.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, isRefused } from '#server/desk.ts'

/** A decision of the cell, in its own words, with who and when: what a hand-over and the report afterwards are made of (C4). */
export const logDecision = (desk: Desk, actor: Actor, { id, words }: { id: string; words: string }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const cell = await openCell(trx, actor, id)
    if (isRefused(cell)) return cell
    await recordIncident(trx, desk, cell.incident, { name: 'incident.decided', memberId: actor.memberId, words })
    return { done: true } as const
  })
