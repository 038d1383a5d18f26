import type { ApprovalPolicy } from '#core/approval/approval-policy.ts'
import type { Trx } from '#server/db/transaction.ts'
import { charterInForce } from '#server/queries/charter-in-force.ts'

/** When a reply waits in the brand of this transaction: what the charter in force says (H1, V1). */
export const approvalPolicyOf = async (trx: Trx): Promise<ApprovalPolicy> => (await charterInForce(trx)).approval
