import { chosenClock, departmentClock, type QuestionClock } from '#core/case-file/department-clock.ts'
import { DAY_MS } from '#core/time.ts'
import { recordDeed } from '#server/case-file/record.ts'
import type { Row } from '#server/db/schema.ts'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND, type Refused } from '#server/desk.ts'
import { colleaguesOf } from '#server/queries/colleagues.ts'
import { openingHoursOf } from '#server/queries/opening-hours.ts'

const MOST_MS = 366 * DAY_MS

interface Question {
  id: string
  /** One of the brand's departments, or any name. */
  department: { id: string } | string
  askedOf?: string | undefined
  question: string
  dueAt?: number | undefined
}

const isMember = async (trx: Trx, workspaceId: string, memberId: string): Promise<boolean> =>
  (await colleaguesOf(trx, workspaceId)).some(({ id }) => id === memberId)

const findDepartment = (trx: Trx, id: string): Promise<Row<'departments'> | undefined> =>
  trx.selectFrom('departments').selectAll().where('id', '=', id).where('closed_at', 'is', null).executeTakeFirst()

/** What the asker chose, else what the department promises in the brand's open hours; nothing where neither is known. */
const clockFor = async (
  trx: Trx,
  actor: Actor,
  known: Row<'departments'> | undefined,
  now: number,
  dueAt: number | undefined,
): Promise<QuestionClock | null> => {
  if (dueAt !== undefined) return dueAt <= now || dueAt > now + MOST_MS ? null : chosenClock(now, dueAt)
  return known === undefined
    ? null
    : departmentClock((await openingHoursOf(trx, actor.workspaceId)) ?? 'always', now, known.promise_minutes)
}

/** Brings another team into a case: the customer is everybody's business, and the question has a clock of its own (T3). */
export const askDepartment = (desk: Desk, actor: Actor, { id, department, question, ...input }: Question) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const at = desk.now()
    const known = typeof department === 'string' ? undefined : await findDepartment(trx, department.id)
    if (typeof department !== 'string' && known === undefined) return NOT_FOUND
    const clock = await clockFor(trx, actor, known, at, input.dueAt)
    if (clock === null) return { refused: 'not-ahead' } satisfies Refused
    const row = await trx.selectFrom('cases').select('id').where('id', '=', id).executeTakeFirst()
    if (row === undefined) return NOT_FOUND
    const headId = known?.head_id ?? null
    const askedOf = input.askedOf ?? headId
    if (input.askedOf !== undefined && !(await isMember(trx, actor.workspaceId, input.askedOf)))
      return { refused: 'not-a-member' } satisfies Refused
    const name = known?.name ?? String(department)
    const questionId = desk.newId()
    await trx
      .insertInto('case_questions')
      .values({
        ...{ id: questionId, workspace_id: actor.workspaceId, case_id: row.id, department: name },
        ...{ department_id: known?.id ?? null, asked_of: askedOf, question },
        ...{ asked_by: actor.memberId, asked_at: new Date(at) },
        ...{ due_at: new Date(clock.dueAt), near_at: new Date(clock.nearAt) },
        // Whoever has the question already is not told of it as somebody else's.
        head_at: headId === null || headId === askedOf ? null : new Date(clock.headAt),
      })
      .execute()
    await recordDeed(trx, desk, {
      ...{ name: 'question.asked', workspaceId: actor.workspaceId, caseId: row.id, memberId: actor.memberId },
      data: { questionId, department: name, askedOf },
      tell: askedOf === null ? [] : [askedOf],
    })
    return { done: true } as const
  })
