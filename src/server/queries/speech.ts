import { inWorkspace } from '#server/db/transaction.ts'
import type { Actor, Desk } from '#server/desk.ts'
import { readHalt } from './halt.ts'

/** Whether the brand speaks; if not, since when and by whom, what may have left at that moment, and what waits. */
export const readSpeech = (desk: Desk, actor: Actor) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const halt = await readHalt(trx)
    if (halt === undefined) return { stopped: null }
    const by = await trx
      .selectFrom('members')
      .select(['id', 'name'])
      .where('id', '=', halt.stopped_by)
      .executeTakeFirstOrThrow()
    const leaving =
      halt.leaving.length === 0
        ? []
        : await trx
            .selectFrom('deliveries as d')
            .innerJoin('cases as c', 'c.id', 'd.case_id')
            .select(['d.id', 'd.case_id', 'c.number', 'd.state'])
            .where('d.id', 'in', halt.leaving)
            .orderBy('d.sequence')
            .execute()
    const { count } = await trx
      .selectFrom('deliveries')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('state', 'in', ['held', 'queued'])
      .executeTakeFirstOrThrow()
    return {
      stopped: {
        at: halt.stopped_at.getTime(),
        by,
        leaving: leaving.map((one) => ({ id: one.id, caseId: one.case_id, caseNumber: one.number, state: one.state })),
        waiting: Number(count),
      },
    }
  })
