import { recordDeed } from '#server/case-file/record.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND, type Refused } from '#server/desk.ts'

interface Outcome {
  id: string
  outcome: 'kept' | 'broken'
  note?: string | undefined
}

/** Says whether the word was kept. A broken one says why: the customer will be told something, and it had better be true (G4, P4). */
export const closeCommitment = (desk: Desk, actor: Actor, input: Outcome) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const row = await trx
      .selectFrom('commitments')
      .selectAll()
      .where('id', '=', input.id)
      .forUpdate()
      .executeTakeFirst()
    if (row === undefined) return NOT_FOUND
    if (row.outcome !== null) return { refused: 'commitment-closed' } satisfies Refused
    const note = input.note ?? ''
    if (input.outcome === 'broken' && note === '') return { refused: 'why-broken' } satisfies Refused
    await trx
      .updateTable('commitments')
      .set({
        ...{ outcome: input.outcome, outcome_note: note === '' ? null : note },
        ...{ decided_by: actor.memberId, decided_at: new Date(desk.now()) },
      })
      .where('id', '=', row.id)
      .execute()
    await recordDeed(trx, desk, {
      ...{ name: `commitment.${input.outcome}`, workspaceId: actor.workspaceId, caseId: row.case_id },
      ...{ memberId: actor.memberId, data: { commitmentId: row.id } },
      tell: [row.member_id],
    })
    return { done: true } as const
  })
