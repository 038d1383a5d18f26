import type { Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import { commandApproval } from './change-approval.ts'

/** Words that were approved and then taken back are approved no more: what leaves in their place is read anew (V1). */
export const voidApproval = async (trx: Trx, desk: Desk, approvalId: string, by: string | null): Promise<void> => {
  const row = await trx.selectFrom('approvals').selectAll().where('id', '=', approvalId).forUpdate().executeTakeFirst()
  if (row !== undefined) await commandApproval(trx, desk, row, { kind: 'void' }, { by })
}
