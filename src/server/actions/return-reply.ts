import { tellProposal } from '#server/approvals/autonomy.ts'
import { commandApproval, lockApproval } from '#server/approvals/change-approval.ts'
import { giveBackDraft } from '#server/cases/give-back-draft.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, isRefused, NOT_FOUND, type Refused } from '#server/desk.ts'
import { endPlan } from '#server/scheduled/end-plan.ts'

/** Gives the words back to their writer's composer, and says why (V1). */
export const returnReply = (desk: Desk, actor: Actor, input: { id: string; reason: string }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    if (input.reason.trim() === '') return { refused: 'reason-needed' } satisfies Refused
    const locked = await lockApproval(trx, input.id)
    if (locked === undefined) return NOT_FOUND
    const { row } = locked
    const change = () => ({ return_reason: input.reason.trim() })
    const state = await commandApproval(trx, desk, row, { kind: 'return' }, { by: actor.memberId, change })
    if (isRefused(state)) return state
    await tellProposal(trx, desk, row)
    await endPlan(trx, desk, row.id, actor.memberId)
    await giveBackDraft(trx, desk, {
      ...{ workspaceId: row.workspace_id, caseId: row.case_id, memberId: row.writer_id },
      ...{ audience: row.audience, text: row.text },
    })
    return { done: true } as const
  })
