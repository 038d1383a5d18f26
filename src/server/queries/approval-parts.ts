import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import { type MemberRef, namesOf } from './case-parts.ts'

/** Everybody whom a request names. */
export const namesOfApproval = (trx: Trx, rows: readonly Row<'approvals'>[]): Promise<Map<string, MemberRef>> =>
  namesOf(
    trx,
    rows.flatMap(({ writer_id, fold }) => [writer_id, fold.decidedBy, ...fold.askedOf, ...fold.given]),
  )

/** A request as screens show it. */
export const shapeApproval = (row: Row<'approvals'>, names: Map<string, MemberRef>) => {
  const nameOf = (id: string): MemberRef => names.get(id) ?? { id, name: '?' }
  const { fold } = row
  return {
    id: row.id,
    caseId: row.case_id,
    accountId: row.account_id,
    audience: row.audience,
    state: row.state,
    writer: nameOf(row.writer_id),
    askedText: row.asked_text,
    text: row.text,
    wording: fold.wording,
    reasons: row.reasons,
    needed: row.needed,
    given: fold.given.map(nameOf),
    askedOf: fold.askedOf.map(nameOf),
    askedAt: row.asked_at.getTime(),
    countedFrom: fold.countedFrom,
    dueAt: row.due_at.getTime(),
    owed: fold.owed,
    holdingOffered: fold.holdingOffered,
    returnReason: row.return_reason,
    decidedBy: fold.decidedBy === null ? null : nameOf(fold.decidedBy),
    decidedAt: row.decided_at?.getTime() ?? null,
  }
}

/** What the case screen shows of validation: what waits, and what came back to the reader's composer and is still there. */
export const approvalsOfCase = async (trx: Trx, caseId: string, memberId: string) => {
  const latest = await trx
    .selectFrom('approvals')
    .selectAll()
    .distinctOn(['writer_id', 'audience'])
    .where('case_id', '=', caseId)
    .orderBy('writer_id')
    .orderBy('audience')
    .orderBy('asked_at', 'desc')
    .execute()
  const waiting = await trx
    .selectFrom('approvals')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('state', '=', 'waiting')
    .orderBy('asked_at')
    .execute()
  const drafts = await trx
    .selectFrom('drafts')
    .select('audience')
    .where('case_id', '=', caseId)
    .where('member_id', '=', memberId)
    .execute()
  const back = latest.filter(
    (row) =>
      row.state === 'returned' &&
      row.writer_id === memberId &&
      drafts.some(({ audience }) => audience === row.audience),
  )
  const shown = [...waiting, ...back]
  const names = await namesOfApproval(trx, shown)
  return shown.map((row) => shapeApproval(row, names))
}
