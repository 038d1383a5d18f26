import { sql } from 'kysely'
import { recordEvents } from '#server/db/record-events.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND, type Refused } from '#server/desk.ts'
import { tellMember } from '#server/rota/tell-member.ts'

interface Asking {
  id: string
  owner_id: string | null
  account_id: string
  conversation_id: string
}

/**
 * A department's answer comes back (T5): it stands on the digest, on the history of every case that asked it, and whoever owns one of them
 * is told once.
 */
export const answerWish = (desk: Desk, actor: Actor, { id, answer }: { id: string; answer: string }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const line = await trx.selectFrom('digest_lines').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
    if (line === undefined) return NOT_FOUND
    if (line.answered_at !== null) return { refused: 'already-answered' } satisfies Refused
    const at = desk.now()
    await trx
      .updateTable('digest_lines')
      .set({ answer, answered_by: actor.memberId, answered_at: new Date(at) })
      .where('id', '=', id)
      .execute()
    const { rows: cases } = await sql<Asking>`
      select distinct c.id, c.owner_id, c.account_id, c.conversation_id
      from messages m join cases c on c.conversation_id = m.conversation_id
      where m.id = any(${line.samples}::uuid[]) order by c.id`.execute(trx)
    const data = { lineId: id, week: line.week, department: line.department }
    const told = { name: 'digest.answered' as const, at, memberId: actor.memberId, data }
    await recordEvents(trx, actor.workspaceId, [
      told,
      ...cases.map((one) => ({
        ...{ ...told, caseId: one.id, accountId: one.account_id, conversationId: one.conversation_id },
      })),
    ])
    const owners = new Map(cases.flatMap((one) => (one.owner_id === null ? [] : [[one.owner_id, one.id] as const])))
    owners.delete(actor.memberId)
    for (const [memberId, caseId] of owners)
      await tellMember(trx, desk, actor.workspaceId, memberId, 'digest.answered', data, caseId)
    return { done: true } as const
  })
