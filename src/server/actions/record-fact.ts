import { keepFact, type ToldFact } from '#server/case-file/keep-fact.ts'
import { lockCase } from '#server/cases/change-case.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, isRefused, NOT_FOUND } from '#server/desk.ts'
import { readFact } from '#server/queries/facts.ts'
import { holdBackUnproved } from './hold-back-unproved.ts'

export type NewFact = ToldFact & { id: string }

/** Adds a fact to the case file; the guard of every open composer knows it at once. A correction is a newer fact of the same kind. */
export const recordFact = (desk: Desk, actor: Actor, input: NewFact) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const row = await lockCase(trx, input.id)
    if (row === undefined) return NOT_FOUND
    const fact = await keepFact(trx, desk, row, input, { memberId: actor.memberId })
    if (isRefused(fact)) return fact
    if (input.status !== 'done') await holdBackUnproved(trx, desk, actor, row)
    return readFact(trx, fact.id)
  })
