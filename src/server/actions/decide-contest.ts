import { recordDeed } from '#server/case-file/record.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND, type Refused } from '#server/desk.ts'

interface Decision {
  id: string
  outcome: 'upheld' | 'rejected'
  note?: string | undefined
}

/** A manager says whether the guard was wrong; nobody says it of their own words (V1). A rejected contest excuses nothing any more. */
export const decideContest = (desk: Desk, actor: Actor, { id, outcome, note }: Decision) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const row = await trx.selectFrom('contests').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
    if (row === undefined) return NOT_FOUND
    if (row.member_id === actor.memberId) return { refused: 'own-contest' } satisfies Refused
    if (row.outcome !== null) return { refused: 'already-decided' } satisfies Refused
    await trx
      .updateTable('contests')
      .set({
        ...{ outcome, note: note === undefined || note === '' ? null : note },
        ...{ decided_by: actor.memberId, decided_at: new Date(desk.now()) },
      })
      .where('id', '=', id)
      .execute()
    await recordDeed(trx, desk, {
      ...{ name: outcome === 'upheld' ? 'contest.upheld' : 'contest.rejected', workspaceId: actor.workspaceId },
      ...{ caseId: row.case_id, memberId: actor.memberId, data: { contestId: id, rule: row.rule } },
      tell: [row.member_id],
    })
    return { done: true } as const
  })
