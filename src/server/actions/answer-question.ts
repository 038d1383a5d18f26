import { recordDeed, stillHere } from '#server/case-file/record.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND, type Refused } from '#server/desk.ts'

/** Gives the answer of a department, whoever carries it to the desk; who asked, and who answers for the case, are told (T3). */
export const answerQuestion = (desk: Desk, actor: Actor, input: { id: string; answer: string }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const row = await trx
      .selectFrom('case_questions')
      .selectAll()
      .where('id', '=', input.id)
      .forUpdate()
      .executeTakeFirst()
    if (row === undefined) return NOT_FOUND
    if (row.answered_at !== null) return { refused: 'already-answered' } satisfies Refused
    await trx
      .updateTable('case_questions')
      .set({ answer: input.answer, answered_by: actor.memberId, answered_at: new Date(desk.now()) })
      .where('id', '=', row.id)
      .execute()
    const owning = await trx
      .selectFrom('cases')
      .select('owner_id')
      .where('id', '=', row.case_id)
      .executeTakeFirstOrThrow()
    await recordDeed(trx, desk, {
      ...{ name: 'question.answered', workspaceId: actor.workspaceId, caseId: row.case_id, memberId: actor.memberId },
      data: { questionId: row.id, department: row.department },
      tell: await stillHere(trx, actor.workspaceId, [row.asked_by, owning.owner_id]),
    })
    return { done: true } as const
  })
