import { applyApproval } from '#core/approval/apply-approval.ts'
import { WITHOUT_DEADLINE_MS } from '#core/approval/approval-clock.ts'
import { askApproval } from '#core/approval/decide-approval.ts'
import { approversNeeded, type WaitReason } from '#core/approval/why-it-waits.ts'
import { recordEvents } from '#server/db/record-events.ts'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { Reply } from '#server/deliveries/reply.ts'
import type { Desk } from '#server/desk.ts'
import { approvalColumns, approvalEvent } from './approval-row.ts'
import { approvalPolicyOf } from './policy.ts'
import { teamOf } from './team.ts'
import { tellOf } from './tell.ts'

/** Puts words before those who may approve them, instead of giving them to the delivery (V1): the same words under the same id. */
export const requestApproval = async (
  trx: Trx,
  desk: Desk,
  row: Row<'cases'>,
  reply: Reply & { writerId: string; leavesAt?: number },
  read: { reasons: readonly WaitReason[]; guard: object },
): Promise<Row<'approvals'>> => {
  const at = desk.now()
  const { escalateAt } = await approvalPolicyOf(trx)
  const asked = askApproval({
    at,
    writerId: reply.writerId,
    needed: approversNeeded(read.reasons),
    // What has an hour of its own is read before it.
    dueAt: row.due_at?.getTime() ?? reply.leavesAt ?? at + WITHOUT_DEADLINE_MS,
    owed: row.due_at !== null,
    escalateAt,
    team: await teamOf(trx, row.workspace_id, at),
  })
  const state = applyApproval(null, asked)
  const request = await trx
    .insertInto('approvals')
    .values({
      ...approvalColumns(state),
      id: reply.deliveryId,
      workspace_id: row.workspace_id,
      account_id: row.account_id,
      conversation_id: row.conversation_id,
      case_id: row.id,
      writer_id: reply.writerId,
      audience: reply.audience,
      asked_text: reply.text,
      text: reply.text,
      urgent: reply.urgent === true,
      resolve_after: reply.resolveAfter === true,
      seen_mark: reply.seenMark,
      reasons: JSON.stringify(read.reasons),
      guard: JSON.stringify(read.guard),
      asked_at: new Date(at),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await recordEvents(trx, row.workspace_id, [approvalEvent(request, asked)])
  await tellOf(trx, desk, request, state, [asked])
  return request
}
