import { openCell } from '#server/crisis/lock-incident.ts'
import { recordIncident } from '#server/crisis/record.ts'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import { type Actor, type Desk, isRefused, type Refused } from '#server/desk.ts'
import { openAgainst } from '#server/queries/scheduled-pauses.ts'

/** Lets a post leave in spite of every incident that is open now; said by somebody of each cell, and kept with their name and the time (C3). */
export const allowThrough = async (
  trx: Trx,
  desk: Desk,
  actor: Actor,
  post: Row<'scheduled_posts'>,
): Promise<Refused | null> => {
  for (const incidentId of await openAgainst(trx, actor.workspaceId, post.id)) {
    const cell = await openCell(trx, actor, incidentId)
    if (isRefused(cell)) return cell
    await trx
      .insertInto('scheduled_allowed')
      .values({
        ...{ id: desk.newId(), workspace_id: actor.workspaceId, post_id: post.id, incident_id: incidentId },
        ...{ allowed_by: actor.memberId, allowed_at: new Date(desk.now()) },
      })
      .execute()
    await recordIncident(trx, desk, cell.incident, {
      ...{ name: 'statement.allowed', memberId: actor.memberId, caseId: post.case_id },
      data: { scheduledId: post.id, statementId: post.statement_id, accountId: post.account_id },
    })
  }
  return null
}

/** Whoever lets words with an hour of their own go after it, while an incident is open, answers for it by name. */
export const allowDelivery = async (trx: Trx, desk: Desk, actor: Actor, id: string): Promise<Refused | null> => {
  const post = await trx.selectFrom('scheduled_posts').selectAll().where('id', '=', id).executeTakeFirst()
  return post === undefined ? null : allowThrough(trx, desk, actor, post)
}
