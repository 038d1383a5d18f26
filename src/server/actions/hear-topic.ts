import type { Topic } from '#core/triage/labels.ts'
import { recordEvents } from '#server/db/record-events.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND } from '#server/desk.ts'

/** Says which department hears of a topic; null: none, and the managers are told instead (T5). */
export const hearTopic = (desk: Desk, actor: Actor, input: { topic: Topic; departmentId: string | null }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const { topic, departmentId } = input
    if (departmentId === null) await trx.deleteFrom('department_topics').where('topic', '=', topic).execute()
    else {
      const known = await trx
        .selectFrom('departments')
        .select('id')
        .where('id', '=', departmentId)
        .where('closed_at', 'is', null)
        .executeTakeFirst()
      if (known === undefined) return NOT_FOUND
      await trx
        .insertInto('department_topics')
        .values({ workspace_id: actor.workspaceId, topic, department_id: departmentId })
        .onConflict((c) => c.columns(['workspace_id', 'topic']).doUpdateSet({ department_id: departmentId }))
        .execute()
    }
    await recordEvents(trx, actor.workspaceId, [
      { name: 'digest.topic-given', at: desk.now(), memberId: actor.memberId, data: { topic, departmentId } },
    ])
    return { done: true } as const
  })
