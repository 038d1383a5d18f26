import type { ApprovalEvent, ApprovalState } from '#core/approval/approval.ts'
import type { DeskEvent } from '#core/event.ts'
import type { Row, RowChange } from '#server/db/schema.ts'

/** What queries, indexes and constraints need of the fold, beside the fold itself. */
export const approvalColumns = (state: ApprovalState) =>
  ({
    state: state.status,
    needed: state.needed,
    approvers: [...state.given],
    due_at: new Date(state.dueAt),
    decided_at: state.decidedAt === null ? null : new Date(state.decidedAt),
    fold: JSON.stringify(state),
  }) satisfies RowChange<'approvals'>

type Place = Pick<Row<'approvals'>, 'id' | 'case_id' | 'conversation_id' | 'account_id'>

/** An event of the request as a line of the log. */
export const approvalEvent = (place: Place, { kind, at, by, ...data }: ApprovalEvent): DeskEvent => ({
  name: kind,
  at,
  memberId: by,
  accountId: place.account_id,
  caseId: place.case_id,
  conversationId: place.conversation_id,
  data: { approvalId: place.id, ...data },
})
