import { applyCase } from '#core/case/apply-case.ts'
import type { CaseState } from '#core/case/case.ts'
import { decideCase } from '#core/case/decide-case.ts'
import { recordEvents } from '#server/db/record-events.ts'
import type { NewRow, Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import { allotNumbers } from './case-numbers.ts'
import { caseColumns, caseEvent } from './case-row.ts'
import { promiseOf } from './promise.ts'

type Begun = Pick<NewRow<'cases'>, 'conversation_id' | 'author_id' | 'audience' | 'excerpt'>

/** The case of a thread that the brand begins, and that no customer waits in; `awaits`: whoever is written to may answer (A1, C1, C2). */
export const beginCase = async (
  trx: Trx,
  desk: Desk,
  account: Row<'channel_accounts'>,
  begun: Begun,
  { by, awaits }: { by: string; awaits: boolean },
): Promise<Row<'cases'>> => {
  const { id: accountId, workspace_id: workspaceId } = account
  const decision = decideCase(
    null,
    { kind: 'begin', awaits },
    { now: desk.now(), by, ...(await promiseOf(desk, trx, account)) },
  )
  const fold = 'refused' in decision ? null : decision.events.reduce<CaseState | null>(applyCase, null)
  if ('refused' in decision || fold === null) throw new Error('a thread that the brand begins has no case')
  const kase = await trx
    .insertInto('cases')
    .values({
      ...{ id: desk.newId(), workspace_id: workspaceId, account_id: accountId, ...begun },
      ...{ number: (await allotNumbers(trx, workspaceId, 1)) + 1, opened_at: new Date(desk.now()) },
      ...caseColumns(fold),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await recordEvents(
    trx,
    workspaceId,
    decision.events.map((event) => caseEvent(kase, event)),
  )
  return kase
}
