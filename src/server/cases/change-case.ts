import { sql } from 'kysely'
import { applyCase } from '#core/case/apply-case.ts'
import type { CaseCommand } from '#core/case/command.ts'
import { decideCase } from '#core/case/decide-case.ts'
import { recordEvents } from '#server/db/record-events.ts'
import type { Row } from '#server/db/schema.ts'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import type { Actor, Desk, Refused } from '#server/desk.ts'
import { caseColumns, caseEvent } from './case-row.ts'
import { promiseOf } from './promise.ts'

/** Asks the core what a command does to a locked case and writes its answer: row and events, in the caller's transaction. */
export const commandCase = async (
  trx: Trx,
  desk: Desk,
  row: Row<'cases'>,
  command: CaseCommand,
  by: string | null,
): Promise<Refused | null> => {
  const account = await trx
    .selectFrom('channel_accounts')
    .select(['connector', 'workspace_id'])
    .where('id', '=', row.account_id)
    .executeTakeFirstOrThrow()
  const promised = await promiseOf(desk, trx, account)
  const decision = decideCase(row.fold, command, { now: desk.now(), by, ...promised })
  if ('refused' in decision) {
    const { refused, ...data } = decision
    return { refused, data }
  }
  if (decision.events.length === 0) return null
  const state = decision.events.reduce(applyCase, row.fold)
  await trx
    .updateTable('cases')
    .set({ ...caseColumns(state), version: sql<number>`version + 1` })
    .where('id', '=', row.id)
    .execute()
  await recordEvents(
    trx,
    row.workspace_id,
    decision.events.map((event) => caseEvent(row, event)),
  )
  return null
}

export const lockCase = (trx: Trx, id: string): Promise<Row<'cases'> | undefined> =>
  trx.selectFrom('cases').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

/** A verb of a member on one case: lock, decide, write, record, in one transaction. */
export const changeCase = (
  desk: Desk,
  actor: Actor,
  id: string,
  command: CaseCommand,
): Promise<Refused | { done: true }> =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const row = await lockCase(trx, id)
    if (row === undefined) return { refused: 'not-found' }
    return (await commandCase(trx, desk, row, command, actor.memberId)) ?? { done: true }
  })
