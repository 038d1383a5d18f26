import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND } from '#server/desk.ts'

/** What the network last answered about each message of a case, and which are asked to be removed (D2). */
export const listChecks = (desk: Desk, actor: Actor, input: { id: string }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const row = await trx.selectFrom('cases').select('id').where('id', '=', input.id).executeTakeFirst()
    if (row === undefined) return NOT_FOUND
    const checks = await trx
      .selectFrom('message_checks')
      .distinctOn('message_id')
      .select(['message_id', 'found', 'checked_at'])
      .where('case_id', '=', input.id)
      .orderBy('message_id')
      .orderBy('checked_at', 'desc')
      .execute()
    const removals = await trx
      .selectFrom('removals')
      .distinctOn('message_id')
      .select(['message_id', 'state'])
      .where('case_id', '=', input.id)
      .orderBy('message_id')
      .orderBy('asked_at', 'desc')
      .execute()
    return {
      checks: checks.map((one) => ({
        ...{ messageId: one.message_id, found: one.found, checkedAt: one.checked_at.getTime() },
      })),
      removals: removals.map((one) => ({ messageId: one.message_id, state: one.state })),
    }
  })
