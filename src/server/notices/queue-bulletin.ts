import type { Bulletin } from '#core/notification/bulletin.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'

interface Queued extends Pick<Bulletin, 'kind' | 'headline' | 'lines' | 'data'> {
  workspaceId: string
  wayId: string
  alertId: string | null
  /** One thing is told to one way once. */
  thing: string
}

/** Writes down what is to leave for a way, in the transaction that makes it true; nothing leaves before (L4). */
export const queueBulletin = async (trx: Trx, desk: Desk, queued: Queued): Promise<void> => {
  const { workspaceId, wayId, alertId, thing, ...said } = queued
  const { name: brand } = await trx
    .selectFrom('workspaces')
    .select('name')
    .where('id', '=', workspaceId)
    .executeTakeFirstOrThrow()
  const [id, now] = [desk.newId(), desk.now()]
  // The desk's own address is known where it leaves.
  const body: Bulletin = { id, brand, url: `/w/${workspaceId}/inbox`, at: now, ...said }
  await trx
    .insertInto('bulletins')
    .values({
      ...{ id, workspace_id: workspaceId, way_id: wayId, alert_id: alertId, thing, body: JSON.stringify(body) },
      ...{ state: 'waiting' as const, due_at: new Date(now), made_at: new Date(now) },
    })
    .onConflict((c) => c.doNothing())
    .execute()
}
