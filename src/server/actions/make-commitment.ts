import { nearAt } from '#core/case-file/clock.ts'
import { recordDeed } from '#server/case-file/record.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND, type Refused } from '#server/desk.ts'

const MOST_MS = 366 * 24 * 3_600_000

/** Keeps what the customer was promised, so that it is done before its date and not remembered after (P4). */
export const makeCommitment = (desk: Desk, actor: Actor, input: { id: string; what: string; dueAt: number }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const at = desk.now()
    if (input.dueAt <= at || input.dueAt > at + MOST_MS) return { refused: 'not-ahead' } satisfies Refused
    const row = await trx.selectFrom('cases').select('id').where('id', '=', input.id).executeTakeFirst()
    if (row === undefined) return NOT_FOUND
    const commitmentId = desk.newId()
    await trx
      .insertInto('commitments')
      .values({
        ...{ id: commitmentId, workspace_id: actor.workspaceId, case_id: row.id, what: input.what },
        ...{ due_at: new Date(input.dueAt), member_id: actor.memberId, made_at: new Date(at) },
        near_at: new Date(nearAt(at, input.dueAt)),
      })
      .execute()
    await recordDeed(trx, desk, {
      ...{ name: 'commitment.made', workspaceId: actor.workspaceId, caseId: row.id, memberId: actor.memberId },
      data: { commitmentId, dueAt: input.dueAt },
    })
    return { done: true } as const
  })
