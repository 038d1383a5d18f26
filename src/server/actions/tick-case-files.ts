import { sql } from 'kysely'
import { dueWord } from '#core/case-file/clock.ts'
import { recordDeed, stillHere } from '#server/case-file/record.ts'
import type { Row } from '#server/db/schema.ts'
import { asWorkerIn, type Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'

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

/** A reminder goes to whoever was asked; once the time is over it is the asker's again, and the case owner's (T3). */
const tellQuestion = async (trx: Trx, desk: Desk, row: Row<'case_questions'>): Promise<boolean> => {
  const word = dueWord(clockOf(row, row.escalated_at), desk.now())
  if (word === null) return false
  const told = new Date(desk.now())
  await trx
    .updateTable('case_questions')
    .set(word === 'near' ? { near_told_at: told } : { escalated_at: told })
    .where('id', '=', row.id)
    .execute()
  const heard = word === 'near' ? [row.asked_of ?? row.asked_by] : [row.asked_by, await ownerOf(trx, row.case_id)]
  await recordDeed(trx, desk, {
    ...{ name: word === 'near' ? 'question.near' : 'question.escalated', workspaceId: row.workspace_id },
    ...{ caseId: row.case_id, memberId: null, data: { questionId: row.id, department: row.department } },
    tell: await stillHere(trx, row.workspace_id, heard),
  })
  return true
}

const dueRows = (now: Date) => sql<{ workspace_id: string }>`
  select workspace_id from commitments where outcome is null and near_at <= ${now}
    and (near_told_at is null and due_at > ${now} or passed_told_at is null and due_at <= ${now})
  union
  select workspace_id from case_questions where answered_at is null and near_at <= ${now}
    and (near_told_at is null and due_at > ${now} or escalated_at is null and due_at <= ${now})`

const tickWorkspace = (desk: Desk, workspaceId: string): Promise<number> =>
  asWorkerIn(desk.db, workspaceId, async (trx) => {
    const now = new Date(desk.now())
    const due = <T extends 'commitments' | 'case_questions'>(table: T, done: 'outcome' | 'answered_at', told: string) =>
      sql<Row<T>>`select * from ${sql.table(table)} where workspace_id = ${workspaceId} and ${sql.ref(done)} is null
        and near_at <= ${now} and (near_told_at is null and due_at > ${now} or ${sql.ref(told)} is null and due_at <= ${now})
        order by due_at limit ${MOST} for update skip locked`.execute(trx)
    let moved = 0
    for (const row of (await due('commitments', 'outcome', 'passed_told_at')).rows)
      if (await tellCommitment(trx, desk, row)) moved += 1
    for (const row of (await due('case_questions', 'answered_at', 'escalated_at')).rows)
      if (await tellQuestion(trx, desk, row)) moved += 1
    return moved
  })

/** What the clock brings to promises made and to questions asked: a reminder before, and a word once they have passed (P4, T3). */
export const tickCaseFiles = async (desk: Desk): Promise<number> => {
  const { rows } = await dueRows(new Date(desk.now())).execute(desk.db.worker)
  let moved = 0
  for (const { workspace_id: id } of rows) moved += await tickWorkspace(desk, id)
  return moved
}
