import { commandApproval, lockApproval } from '#server/approvals/change-approval.ts'
import { giveBackDraft } from '#server/cases/give-back-draft.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, isRefused, NOT_FOUND } from '#server/desk.ts'
import { endPlan } from '#server/scheduled/end-plan.ts'

/** The writer takes a request back while it waits: their own words return to their composer. */
export const withdrawApproval = (desk: Desk, actor: Actor, input: { id: string }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const locked = await lockApproval(trx, input.id)
    if (locked === undefined) return NOT_FOUND
    const { row } = locked
    const state = await commandApproval(trx, desk, row, { kind: 'withdraw' }, { by: actor.memberId })
    if (isRefused(state)) return state
    await endPlan(trx, desk, row.id, actor.memberId)
    await giveBackDraft(trx, desk, {
      ...{ workspaceId: row.workspace_id, caseId: row.case_id, memberId: row.writer_id },
      ...{ audience: row.audience, text: row.asked_text },
    })
    return { text: row.asked_text, audience: row.audience }
  })
