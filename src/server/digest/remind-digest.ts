import { dueWord, nearAt } from '#core/case-file/clock.ts'
import { stillHere } from '#server/case-file/record.ts'
import { recordEvents } from '#server/db/record-events.ts'
import { asWorkerIn } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import { tellMember } from '#server/rota/tell-member.ts'

const MOST = 200

/** An answer that does not come is asked for a day before its date, of whoever owns it; past its date the managers hear of it (T5). */
export const remindDigest = (desk: Desk, workspaceId: string): Promise<number> =>
  asWorkerIn(desk.db, workspaceId, async (trx) => {
    const now = desk.now()
    const rows = await trx
      .selectFrom('digest_lines as l')
      .innerJoin('digests as d', (join) =>
        join.onRef('d.workspace_id', '=', 'l.workspace_id').onRef('d.week', '=', 'l.week'),
      )
      .select(['l.id', 'l.week', 'l.owner_id', 'l.due_at', 'l.near_told_at', 'l.passed_told_at', 'd.made_at'])
      .where('l.workspace_id', '=', workspaceId)
      .where('l.answered_at', 'is', null)
      .where('l.passed_told_at', 'is', null)
      .where('l.department_id', 'is not', null)
      .orderBy('l.due_at')
      .limit(MOST)
      .forUpdate('l')
      .execute()
    const told = new Map<string, { memberId: string; word: 'near' | 'passed'; week: string }>()
    let moved = 0
    for (const row of rows) {
      const dueAt = row.due_at.getTime()
      const word = dueWord(
        {
          ...{ nearAt: nearAt(row.made_at.getTime(), dueAt), dueAt },
          ...{ nearTold: row.near_told_at !== null, passedTold: row.passed_told_at !== null },
        },
        now,
      )
      if (word === null) continue
      await trx
        .updateTable('digest_lines')
        .set(word === 'near' ? { near_told_at: new Date(now) } : { passed_told_at: new Date(now) })
        .where('id', '=', row.id)
        .execute()
      const managers = word === 'passed' ? await stillHere(trx, workspaceId, []) : []
      for (const memberId of [...(await stillHere(trx, workspaceId, [row.owner_id])), ...managers])
        told.set(`${memberId} ${word} ${row.week}`, { memberId, word, week: row.week })
      moved += 1
    }
    // One word a person, however many answers are missing.
    for (const { memberId, word, week } of told.values())
      await tellMember(trx, desk, workspaceId, memberId, `digest.${word}`, { week })
    if (moved > 0)
      await recordEvents(trx, workspaceId, [
        { name: 'digest.reminded', at: now, memberId: null, data: { lines: moved } },
      ])
    return moved
  })
