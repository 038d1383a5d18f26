import type { Contested } from '#core/guard/contest.ts'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import type { Actor, Desk } from '#server/desk.ts'
import { namesOf } from './case-parts.ts'

const SHOWN = 200

type ContestedAs = Contested & { readonly audience: 'public' | 'private' }

/** What the guard must know: the contests of this case that nobody has rejected. */
export const contestedIn = (trx: Trx, caseId: string): Promise<ContestedAs[]> =>
  trx
    .selectFrom('contests')
    .select(['audience', 'rule', 'code', 'words', 'reason'])
    .where('case_id', '=', caseId)
    .where((eb) => eb.or([eb('outcome', 'is', null), eb('outcome', '=', 'upheld')]))
    .orderBy('contested_at')
    .execute()

/** What writers contest, for whoever decides: the undecided first, then the newest (V1). */
export const readContests = (desk: Desk, actor: Actor) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const rows = await trx
      .selectFrom('contests as t')
      .innerJoin('cases as c', 'c.id', 't.case_id')
      .selectAll('t')
      .select('c.number as case_number')
      .orderBy((eb) => eb('t.outcome', 'is not', null))
      .orderBy('t.contested_at', 'desc')
      .limit(SHOWN)
      .execute()
    const names = await namesOf(
      trx,
      rows.flatMap((row) => [row.member_id, row.decided_by]),
    )
    const nameOf = (id: string) => names.get(id) ?? { id, name: '?' }
    return {
      contests: rows.map((row) => ({
        ...{ id: row.id, caseId: row.case_id, caseNumber: row.case_number, audience: row.audience },
        ...{ rule: row.rule, severity: row.finding.severity },
        explanation: { code: row.finding.code, params: { ...row.finding.params } },
        ...{ words: row.words, reason: row.reason, by: nameOf(row.member_id), at: row.contested_at.getTime() },
        ...{ outcome: row.outcome, note: row.note },
        decidedBy: row.decided_by === null ? null : nameOf(row.decided_by),
      })),
    }
  })
