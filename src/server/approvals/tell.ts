import type { ApprovalEvent, ApprovalState } from '#core/approval/approval.ts'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'

/** Whom an event concerns; whoever did it knows already. */
const concerned = (event: ApprovalEvent, state: ApprovalState): readonly string[] => {
  switch (event.kind) {
    case 'approval.asked':
    case 'approval.escalated':
    case 'approval.passed-on':
      return event.to
    // Half approved: the others still have to read it.
    case 'approval.given':
      return state.askedOf.filter((id) => !state.given.includes(id))
    case 'approval.approved':
    case 'approval.returned':
    case 'approval.voided':
    case 'approval.held-off':
      return [state.writerId]
    case 'approval.withdrawn':
    case 'approval.hastened':
      return []
    case 'approval.holding-offered':
      return state.askedOf
    case 'approval.late':
      return [...state.askedOf, state.writerId]
  }
}

/** Tells those who must read a request, and the writer what became of it (V2, L4). */
export const tellOf = async (
  trx: Trx,
  desk: Desk,
  row: Pick<Row<'approvals'>, 'id' | 'workspace_id' | 'case_id'>,
  state: ApprovalState,
  events: readonly ApprovalEvent[],
): Promise<void> => {
  const notices = events.flatMap((event) =>
    [...new Set(concerned(event, state))]
      .filter((id) => id !== event.by)
      .map((memberId) => ({
        id: desk.newId(),
        workspace_id: row.workspace_id,
        member_id: memberId,
        kind: event.kind,
        case_id: row.case_id,
        data: JSON.stringify({ approvalId: row.id }),
        created_at: new Date(event.at),
      })),
  )
  if (notices.length > 0) await trx.insertInto('notifications').values(notices).execute()
}
