import { type RawBuilder, sql } from 'kysely'
import { dueWord } from '#core/case-file/clock.ts'
import { dueQuestion } from '#core/case-file/department-clock.ts'
import { standInOf } from '#core/rota/on-duty.ts'
import { recordDeed, stillHere } from '#server/case-file/record.ts'
import type { Row } from '#server/db/schema.ts'
import { asWorkerIn, type Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import { inEachBrand } from '#server/jobs/each-brand.ts'
import { rotaOf } from '#server/queries/brand-rota.ts'

const MOST = 500

const clockOf = (row: { near_at: Date; due_at: Date; near_told_at: Date | null }, passedAt: Date | null) => ({
  ...{ nearAt: row.near_at.getTime(), dueAt: row.due_at.getTime() },
  ...{ nearTold: row.near_told_at !== null, passedTold: passedAt !== null },
})

const ownerOf = async (trx: Trx, caseId: string): Promise<string | null> =>
  (await trx.selectFrom('cases').select('owner_id').where('id', '=', caseId).executeTakeFirstOrThrow()).owner_id

const tellCommitment = async (trx: Trx, desk: Desk, row: Row<'commitments'>): Promise<boolean> => {
  const word = dueWord(clockOf(row, row.passed_told_at), desk.now())
  if (word === null) return false
  const told = new Date(desk.now())
  await trx
    .updateTable('commitments')
    .set(word === 'near' ? { near_told_at: told } : { passed_told_at: told })
    .where('id', '=', row.id)
    .execute()
  const owner = await ownerOf(trx, row.case_id)
  await recordDeed(trx, desk, {
    ...{ name: `commitment.${word}`, workspaceId: row.workspace_id, caseId: row.case_id, memberId: null },
    data: { commitmentId: row.id },
    tell: await stillHere(trx, row.workspace_id, word === 'near' ? [owner ?? row.member_id] : [owner, row.member_id]),
  })
  return true
}

/** Who answers for the department now, or whoever stands in for them while they are away (T1). */
const headOf = async (trx: Trx, desk: Desk, row: Row<'case_questions'>): Promise<string | null> => {
  const department = await trx
    .selectFrom('departments')
    .select('head_id')
    .where('id', '=', row.department_id)
    .executeTakeFirst()
  const headId = department?.head_id ?? null
  if (headId === null) return null
  const { rota } = await rotaOf(trx, row.workspace_id, desk.now())
  return standInOf(rota, headId, 'watch', desk.now()) ?? headId
}

const TOLD = {
  near: { event: 'question.near', column: 'near_told_at' },
  head: { event: 'question.to-head', column: 'head_told_at' },
  passed: { event: 'question.escalated', column: 'escalated_at' },
} as const

/**
 * A reminder goes to whoever was asked, then a word to the head of the department before the time is over; once it is, the question is the
 * asker's again, and the case owner's (T3).
 */
const tellQuestion = async (trx: Trx, desk: Desk, row: Row<'case_questions'>): Promise<boolean> => {
  const word = dueQuestion(
    {
      ...clockOf(row, row.escalated_at),
      ...{ headAt: row.head_at?.getTime() ?? null, headTold: row.head_told_at !== null },
    },
    desk.now(),
  )
  if (word === null) return false
  const { event, column } = TOLD[word]
  await trx
    .updateTable('case_questions')
    .set({ [column]: new Date(desk.now()) })
    .where('id', '=', row.id)
    .execute()
  const heard = {
    near: async () => [row.asked_of ?? row.asked_by],
    head: async () => [(await headOf(trx, desk, row)) ?? row.asked_by],
    passed: async () => [row.asked_by, await ownerOf(trx, row.case_id)],
  }
  await recordDeed(trx, desk, {
    ...{ name: event, workspaceId: row.workspace_id, caseId: row.case_id, memberId: null },
    data: { questionId: row.id, department: row.department },
    tell: await stillHere(trx, row.workspace_id, await heard[word]()),
  })
  return true
}

/** Still owed, and something is due that was not told. */
const commitmentsDue = (now: Date) => sql`outcome is null and near_at <= ${now}
  and (near_told_at is null and due_at > ${now} or passed_told_at is null and due_at <= ${now})`
const questionsDue = (now: Date) => sql`answered_at is null and near_at <= ${now}
  and ((near_told_at is null and (head_at is null or head_at > ${now}) or head_told_at is null and head_at <= ${now})
    and due_at > ${now} or escalated_at is null and due_at <= ${now})`

const dueRows = (now: Date) => sql<{ id: string }>`
  select workspace_id as id from commitments where ${commitmentsDue(now)}
  union
  select workspace_id from case_questions where ${questionsDue(now)}`

const tickWorkspace = (desk: Desk, workspaceId: string): Promise<number> =>
  asWorkerIn(desk.db, workspaceId, async (trx) => {
    const now = new Date(desk.now())
    const due = <T extends 'commitments' | 'case_questions'>(table: T, isDue: RawBuilder<unknown>) =>
      sql<Row<T>>`select * from ${sql.table(table)} where workspace_id = ${workspaceId} and ${isDue}
        order by due_at limit ${MOST} for update skip locked`.execute(trx)
    let moved = 0
    for (const row of (await due('commitments', commitmentsDue(now))).rows)
      if (await tellCommitment(trx, desk, row)) moved += 1
    for (const row of (await due('case_questions', questionsDue(now))).rows)
      if (await tellQuestion(trx, desk, row)) moved += 1
    return moved
  })

/** What the clock brings to promises made and to questions asked: a reminder before, and a word once they have passed (P4, T3). */
export const tickCaseFiles = async (desk: Desk): Promise<number> => {
  const { rows } = await dueRows(new Date(desk.now())).execute(desk.db.worker)
  return inEachBrand(desk, rows, 'case files', ({ id }) => tickWorkspace(desk, id))
}
