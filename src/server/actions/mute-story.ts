import { recordEvents } from '#server/db/record-events.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND } from '#server/desk.ts'

/** « Not us »: a subject that only shares a word with the brand leaves the radar, on record, until somebody says otherwise (L2). */
export const muteStory = (desk: Desk, actor: Actor, { id, because }: { id: string; because: string }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const story = await trx
      .updateTable('radar_stories')
      .set({ rising: false })
      .where('id', '=', id)
      .returning(['label', 'count'])
      .executeTakeFirst()
    if (story === undefined) return NOT_FOUND
    const at = desk.now()
    const muteId = desk.newId()
    await trx
      .insertInto('radar_mutes')
      .values({
        ...{ id: muteId, workspace_id: actor.workspaceId, words: JSON.stringify(story.label), because },
        ...{ muted_by: actor.memberId, muted_at: new Date(at) },
      })
      .execute()
    await recordEvents(trx, actor.workspaceId, [
      { name: 'radar.muted', at, memberId: actor.memberId, data: { muteId, storyId: id } },
    ])
    return { done: true } as const
  })
