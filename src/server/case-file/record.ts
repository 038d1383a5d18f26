import type { OtherEventName } from '#core/event.ts'
import { recordEvents } from '#server/db/record-events.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import { colleaguesOf } from '#server/queries/colleagues.ts'

export interface FileDeed {
  name: OtherEventName
  workspaceId: string
  caseId: string
  conversationId?: string
  memberId: string | null
  data: Record<string, unknown>
  /** Whom it concerns; whoever did it knows already. */
  tell?: readonly string[]
}

/** A line of the log about a case file, and whoever must hear of it, in the verb's own transaction. */
export const recordDeed = async (trx: Trx, desk: Desk, deed: FileDeed): Promise<void> => {
  const at = desk.now()
  await recordEvents(trx, deed.workspaceId, [
    {
      ...{ name: deed.name, at, memberId: deed.memberId, caseId: deed.caseId, data: deed.data },
      ...(deed.conversationId !== undefined && { conversationId: deed.conversationId }),
    },
  ])
  const told = [...new Set(deed.tell ?? [])].filter((id) => id !== deed.memberId)
  if (told.length === 0) return
  await trx
    .insertInto('notifications')
    .values(
      told.map((memberId) => ({
        ...{ id: desk.newId(), workspace_id: deed.workspaceId, member_id: memberId, kind: deed.name },
        ...{ case_id: deed.caseId, data: JSON.stringify(deed.data), created_at: new Date(at) },
      })),
    )
    .execute()
}

/** Those of them who still work here; else the managers and administrators, so that nothing is said to nobody (L4). */
export const stillHere = async (
  trx: Trx,
  workspaceId: string,
  wanted: readonly (string | null)[],
): Promise<readonly string[]> => {
  const team = await colleaguesOf(trx, workspaceId)
  const found = team.filter(({ id }) => wanted.includes(id))
  const heard = found.length > 0 ? found : team.filter(({ role }) => role === 'manager' || role === 'admin')
  return heard.map(({ id }) => id)
}
