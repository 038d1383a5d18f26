import type { approvalRoutes } from '#contract/approvals.ts'
import { approveReply } from '#server/actions/approve-reply.ts'
import { askApproval } from '#server/actions/ask-approval.ts'
import { readHolding, sendHolding } from '#server/actions/holding-answer.ts'
import { returnReply } from '#server/actions/return-reply.ts'
import { withdrawApproval } from '#server/actions/withdraw-approval.ts'
import { listApprovals, readApproval } from '#server/queries/approvals.ts'
import { forActor, type Implementations } from '../implementation.ts'

export const approvals: Implementations<typeof approvalRoutes> = {
  askApproval: forActor(askApproval),
  listApprovals: forActor(listApprovals),
  readApproval: forActor(readApproval),
  approveReply: forActor(approveReply),
  returnReply: forActor(returnReply),
  withdrawApproval: forActor(withdrawApproval),
  readHolding: forActor(readHolding),
  sendHolding: forActor(sendHolding),
}
