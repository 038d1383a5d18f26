import type { Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'

/** A line in a member's own list, in the verb's transaction. */
export const tellMember = async (
  trx: Trx,
  desk: Desk,
  workspaceId: string,
  memberId: string,
  kind: string,
  data: Record<string, unknown>,
  caseId: string | null = null,
): Promise<void> => {
  await trx
    .insertInto('notifications')
    .values({
      ...{ id: desk.newId(), workspace_id: workspaceId, member_id: memberId, kind, case_id: caseId },
      ...{ data: JSON.stringify(data), created_at: new Date(desk.now()) },
    })
    .execute()
}
