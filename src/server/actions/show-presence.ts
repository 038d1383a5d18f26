import { sql } from 'kysely'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND } from '#server/desk.ts'
import { PRESENCE_MS } from '#server/queries/inbox.ts'

/** Tells the open pages that someone came, left or took the pen: a whisper on the wire, not an event of the log. */
export const announcePresence = async (trx: Trx, workspaceId: string, caseId: string): Promise<void> => {
  await sql`select pg_notify('vigie_presence', ${JSON.stringify({ workspaceId, caseId })})`.execute(trx)
}

/** The colleague who writes here now, if any; whoever began first keeps the pen until they leave or it is taken over. */
export const penHolder = async (trx: Trx, caseId: string, now: number) =>
  trx
    .selectFrom('presences as p')
    .innerJoin('members as m', 'm.id', 'p.member_id')
    .select(['m.id', 'm.name'])
    .where('p.case_id', '=', caseId)
    .where('p.doing', '=', 'writing')
    .where('p.seen_at', '>', new Date(now - PRESENCE_MS))
    .orderBy('p.seen_at')
    .executeTakeFirst()

interface Presence {
  id: string
  doing: 'reading' | 'writing'
}

/** Says that one reads or writes here. Two may read; one writes: the second is told who holds the pen and goes on reading. */
export const showPresence = (desk: Desk, actor: Actor, input: Presence) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const now = desk.now()
    const row = await trx
      .selectFrom('cases')
      .select('id')
      .where('id', '=', input.id)
      .forNoKeyUpdate()
      .executeTakeFirst()
    if (row === undefined) return NOT_FOUND
    const holder = await penHolder(trx, row.id, now)
    const free = holder === undefined || holder.id === actor.memberId
    const doing = input.doing === 'writing' && free ? 'writing' : 'reading'
    const before = await trx
      .selectFrom('presences')
      .select('doing')
      .where('case_id', '=', row.id)
      .where('member_id', '=', actor.memberId)
      .where('seen_at', '>', new Date(now - PRESENCE_MS))
      .executeTakeFirst()
    const seen = { doing, seen_at: new Date(now) } as const
    await trx
      .insertInto('presences')
      .values({ workspace_id: actor.workspaceId, case_id: row.id, member_id: actor.memberId, ...seen })
      .onConflict((c) => c.columns(['case_id', 'member_id']).doUpdateSet(seen))
      .execute()
    if (before?.doing !== doing) await announcePresence(trx, actor.workspaceId, row.id)
    const mine = doing === 'writing'
    return { pen: { holder: free ? null : holder, mine } }
  })

/** Says that one has left. */
export const leaveCase = (desk: Desk, actor: Actor, input: { id: string }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const gone = await trx
      .deleteFrom('presences')
      .where('case_id', '=', input.id)
      .where('member_id', '=', actor.memberId)
      .returning('case_id')
      .execute()
    if (gone.length > 0) await announcePresence(trx, actor.workspaceId, input.id)
    return { done: true as const }
  })
