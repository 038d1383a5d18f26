import { recordEvents } from '#server/db/record-events.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND, type Refused } from '#server/desk.ts'

/** Puts a label on a case, or takes it off; saying it twice changes nothing and records nothing. */
export const labelCase = (desk: Desk, actor: Actor, input: { id: string; labelId: string }, on = true) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const row = await trx
      .selectFrom('cases')
      .select(['id', 'conversation_id'])
      .where('id', '=', input.id)
      .executeTakeFirst()
    const label = await trx
      .selectFrom('labels')
      .select(['id', 'name'])
      .where('id', '=', input.labelId)
      // Whoever deletes it meanwhile waits until it stands on the case, and takes it off there too.
      .forKeyShare()
      .executeTakeFirst()
    if (row === undefined) return NOT_FOUND
    if (label === undefined) return { refused: 'label-gone' } satisfies Refused
    const changed = on
      ? await trx
          .insertInto('case_labels')
          .values({ workspace_id: actor.workspaceId, case_id: row.id, label_id: label.id })
          .onConflict((c) => c.doNothing())
          .returning('case_id')
          .execute()
      : await trx
          .deleteFrom('case_labels')
          .where('case_id', '=', row.id)
          .where('label_id', '=', label.id)
          .returning('case_id')
          .execute()
    if (changed.length > 0)
      await recordEvents(trx, actor.workspaceId, [
        {
          name: on ? 'case.labelled' : 'case.unlabelled',
          at: desk.now(),
          memberId: actor.memberId,
          caseId: row.id,
          conversationId: row.conversation_id,
          data: { labelId: label.id, label: label.name },
        },
      ])
    return { done: true as const }
  })

export const unlabelCase = (desk: Desk, actor: Actor, input: { id: string; labelId: string }) =>
  labelCase(desk, actor, input, false)
