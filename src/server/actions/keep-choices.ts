import type { Choices } from '#core/notification/choices.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import type { Actor, Desk, Refused } from '#server/desk.ts'

const isTimeZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** By which means a member is told of what, and when they are left in peace; their own affair, and no event of the brand's. */
export const keepChoices = (desk: Desk, actor: Actor, choices: Choices): Promise<{ done: true } | Refused> =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    if (!isTimeZone(choices.quiet.timeZone)) return { refused: 'unknown-time-zone' }
    const kept = { choices: JSON.stringify(choices), updated_at: new Date(desk.now()) }
    await trx
      .insertInto('notification_choices')
      .values({ workspace_id: actor.workspaceId, member_id: actor.memberId, ...kept })
      .onConflict((c) => c.columns(['workspace_id', 'member_id']).doUpdateSet(kept))
      .execute()
    return { done: true }
  })
