import type { EventName } from '#core/event.ts'
import { recordEvents } from '#server/db/record-events.ts'
import { enterWorkspace, type Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'

/** What a member does to their own account concerns every brand that they work for: each log says it. */
export const recordForMember = async (
  desk: Desk,
  trx: Trx,
  memberId: string,
  name: EventName,
  data: Record<string, unknown> = {},
): Promise<void> => {
  const brands = await trx
    .selectFrom('memberships')
    .select('workspace_id')
    .where('member_id', '=', memberId)
    .orderBy('workspace_id')
    .execute()
  for (const { workspace_id: workspaceId } of brands) {
    await enterWorkspace(trx, workspaceId)
    await recordEvents(trx, workspaceId, [{ name, at: desk.now(), memberId, data: { ...data, memberId } }])
  }
}
