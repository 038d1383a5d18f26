import { applyApproval } from '#core/approval/apply-approval.ts'
import type { ApprovalEvent, ApprovalState } from '#core/approval/approval.ts'
import type { Team } from '#core/approval/approvers.ts'
import { type ApprovalCommand, decideApproval } from '#core/approval/decide-approval.ts'
import { lockCase } from '#server/cases/change-case.ts'
import { recordEvents } from '#server/db/record-events.ts'
import type { Row, RowChange } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { Desk, Refused } from '#server/desk.ts'
import { approvalColumns, approvalEvent } from './approval-row.ts'
import { teamOf } from './team.ts'
import { tellOf } from './tell.ts'

/** A request and the case it belongs to, locked in the order in which whoever sends a reply locks them. */
export const lockApproval = async (
  trx: Trx,
  id: string,
): Promise<{ row: Row<'approvals'>; kase: Row<'cases'> } | undefined> => {
  const found = await trx.selectFrom('approvals').select('case_id').where('id', '=', id).executeTakeFirst()
  if (found === undefined) return undefined
  const kase = await lockCase(trx, found.case_id)
  const row = await trx.selectFrom('approvals').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return kase === undefined || row === undefined ? undefined : { row, kase }
}

/** Writes what happened to a request: row, events and those who are told, in the caller's transaction. */
export const writeApproval = async (
  trx: Trx,
  desk: Desk,
  row: Row<'approvals'>,
  events: readonly ApprovalEvent[],
  change: RowChange<'approvals'> = {},
): Promise<ApprovalState> => {
  const state = events.reduce<ApprovalState>(applyApproval, row.fold)
  if (events.length === 0) return state
  await trx
    .updateTable('approvals')
    .set({ ...approvalColumns(state), ...change })
    .where('id', '=', row.id)
    .execute()
  await recordEvents(
    trx,
    row.workspace_id,
    events.map((event) => approvalEvent(row, event)),
  )
  await tellOf(trx, desk, row, state, events)
  return state
}

/** Asks the core what a command does to a locked request and writes its answer. */
export const commandApproval = async (
  trx: Trx,
  desk: Desk,
  row: Row<'approvals'>,
  command: ApprovalCommand,
  given: { by: string | null; team?: Team; change?: (state: ApprovalState) => RowChange<'approvals'> },
): Promise<ApprovalState | Refused> => {
  const team = given.team ?? (await teamOf(trx, row.workspace_id, desk.now()))
  const decision = decideApproval(row.fold, command, { now: desk.now(), by: given.by, team })
  if ('refused' in decision) {
    const { refused, ...data } = decision
    return { refused, data }
  }
  const after = decision.events.reduce<ApprovalState>(applyApproval, row.fold)
  return writeApproval(trx, desk, row, decision.events, given.change?.(after) ?? {})
}
