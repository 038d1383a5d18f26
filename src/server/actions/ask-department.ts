import { nearAt } from '#core/case-file/clock.ts'
import { recordDeed } from '#server/case-file/record.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND, type Refused } from '#server/desk.ts'

const MOST_MS = 366 * 24 * 3_600_000

interface Question {
  id: string
  department: string
  askedOf?: string | undefined
  question: string
  dueAt: number
}

/** Brings another team into a case: the customer is everybody's business, and the question has a clock of its own (T3). */
export const askDepartment = (desk: Desk, actor: Actor, input: Question) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const at = desk.now()
    if (input.dueAt <= at || input.dueAt > at + MOST_MS) return { refused: 'not-ahead' } satisfies Refused
    const row = await trx.selectFrom('cases').select('id').where('id', '=', input.id).executeTakeFirst()
    if (row === undefined) return NOT_FOUND
    const askedOf = input.askedOf ?? null
    const here =
      askedOf === null ||
      (await trx
        .selectFrom('memberships as b')
        .innerJoin('members as m', 'm.id', 'b.member_id')
        .select('m.id')
        .where('b.workspace_id', '=', actor.workspaceId)
        .where('m.id', '=', askedOf)
        .where('m.disabled_at', 'is', null)
        .executeTakeFirst()) !== undefined
    if (!here) return { refused: 'not-a-member' } satisfies Refused
    const questionId = desk.newId()
    await trx
      .insertInto('case_questions')
      .values({
        ...{ id: questionId, workspace_id: actor.workspaceId, case_id: row.id, department: input.department },
        ...{ asked_of: askedOf, question: input.question, asked_by: actor.memberId, asked_at: new Date(at) },
        ...{ due_at: new Date(input.dueAt), near_at: new Date(nearAt(at, input.dueAt)) },
      })
      .execute()
    await recordDeed(trx, desk, {
      ...{ name: 'question.asked', workspaceId: actor.workspaceId, caseId: row.id, memberId: actor.memberId },
      data: { questionId, department: input.department, askedOf },
      tell: askedOf === null ? [] : [askedOf],
    })
    return { done: true } as const
  })
