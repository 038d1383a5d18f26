import { gestureRoom } from '#core/case-file/gesture.ts'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND } from '#server/desk.ts'
import { namesOf } from './case-parts.ts'
import { charterInForce } from './charter-in-force.ts'
import { departmentsOf } from './departments.ts'
import { readLedger } from './gesture-ledger.ts'

const DEPARTMENTS = 20

/** Why the desk gave the case to whoever still owns it; null when a member gave or took it since. */
const givenOf = async (trx: Trx, caseId: string, ownerId: string) => {
  const last = await trx
    .selectFrom('events')
    .select(['data', 'member_id'])
    .where('case_id', '=', caseId)
    .where('name', '=', 'case.assigned')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.member_id === null && last.data.ownerId === ownerId && last.data.because !== undefined ? last.data : null
}

/** What was given, promised and asked: all that the desk itself did about a case (P3, P4). */
export const readCaseFile = (desk: Desk, actor: Actor, input: { id: string }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const row = await trx
      .selectFrom('cases')
      .select(['id', 'author_id', 'owner_id', 'settled_at'])
      .where('id', '=', input.id)
      .executeTakeFirst()
    if (row === undefined) return NOT_FOUND
    const { gestures, reversals, givenCents } = await readLedger(trx, row.author_id, desk.now())
    const { goodwill } = (await charterInForce(trx)).guard
    const ofCase = gestures.map((gesture) => gesture.case_id)
    const cases = await trx
      .selectFrom('cases')
      .select(['id', 'number'])
      .where('id', 'in', [row.id, ...ofCase])
      .execute()
    const numbers = new Map(cases.map((one) => [one.id, one.number]))
    const commitments = await trx
      .selectFrom('commitments')
      .selectAll()
      .where('case_id', '=', row.id)
      .orderBy('made_at')
      .execute()
    const questions = await trx
      .selectFrom('case_questions')
      .selectAll()
      .where('case_id', '=', row.id)
      .orderBy('asked_at')
      .execute()
    const departments = await departmentsOf(trx, actor.workspaceId)
    const asked = await trx
      .selectFrom('case_questions')
      .select('department')
      .distinct()
      .where('workspace_id', '=', actor.workspaceId)
      .orderBy('department')
      .limit(DEPARTMENTS)
      .execute()
    const names = await namesOf(trx, [
      ...[...gestures, ...commitments, ...reversals.values()].map((one) => one.member_id),
      ...questions.flatMap((one) => [one.asked_of, one.asked_by, one.answered_by]),
    ])
    const nameOf = (id: string) => names.get(id) ?? { id, name: '?' }
    const reversalOf = (id: string) => {
      const taken = reversals.get(id)
      if (taken === undefined) return null
      return { by: nameOf(taken.member_id), at: taken.reversed_at.getTime(), reason: taken.reason }
    }
    return {
      given: row.owner_id === null ? null : await givenOf(trx, row.id, row.owner_id),
      gestures: gestures.map((one) => ({
        ...{ id: one.id, kind: one.kind, amountCents: one.amount_cents, reason: one.reason },
        ...{ by: nameOf(one.member_id), givenAt: one.given_at.getTime(), caseId: one.case_id },
        ...{ caseNumber: numbers.get(one.case_id) ?? 0, overrode: one.overrode, overrideReason: one.override_reason },
        reversal: reversalOf(one.id),
      })),
      givenCents,
      capCents: goodwill.capCents,
      perYearCents: goodwill.perYearCents,
      roomCents: gestureRoom({ settled: row.settled_at !== null, givenCents, goodwill }),
      commitments: commitments.map((one) => ({
        ...{ id: one.id, what: one.what, dueAt: one.due_at.getTime(), by: nameOf(one.member_id) },
        ...{ madeAt: one.made_at.getTime(), outcome: one.outcome, outcomeNote: one.outcome_note },
      })),
      questions: questions.map((one) => ({
        ...{ id: one.id, department: one.department, question: one.question, answer: one.answer },
        reach: departments.find(({ id }) => id === one.department_id)?.reach ?? '',
        askedOf: one.asked_of === null ? null : nameOf(one.asked_of),
        ...{ askedBy: nameOf(one.asked_by), askedAt: one.asked_at.getTime(), dueAt: one.due_at.getTime() },
        escalatedAt: one.escalated_at?.getTime() ?? null,
        answeredBy: one.answered_by === null ? null : nameOf(one.answered_by),
        answeredAt: one.answered_at?.getTime() ?? null,
      })),
      departments,
      asked: asked.map((one) => one.department),
    }
  })
