import { storyAt } from '#core/drill/drill-clock.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, isRefused } from '#server/desk.ts'
import { clockOf } from '#server/queries/drill-parts.ts'
import { lockDrill } from './change-drill.ts'

/** What an observer notes for the debrief, at the moment of the story; nobody who answers reads it before the end. */
export const noteDrill = (desk: Desk, actor: Actor, { text }: { text: string }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const row = await lockDrill(trx, actor)
    if (isRefused(row)) return row
    await trx
      .insertInto('drill_notes')
      .values({
        ...{ id: desk.newId(), workspace_id: actor.workspaceId, member_id: actor.memberId, text },
        ...{ at: new Date(desk.now()), story_at: storyAt(clockOf(row), row.over_at?.getTime() ?? desk.now()) },
      })
      .execute()
    return { done: true } as const
  })
