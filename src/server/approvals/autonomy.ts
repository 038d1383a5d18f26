import { sql } from 'kysely'
import type { Standing } from '#core/autonomy/standing.ts'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { Actor, Desk } from '#server/desk.ts'
import { colleaguesOf } from '#server/queries/colleagues.ts'
import { readRecord, standingRow } from '#server/queries/member-record.ts'
import { tellMember } from '#server/rota/tell-member.ts'

/** From now on so; the record begins anew. */
export const keepStanding = async (trx: Trx, desk: Desk, actor: Actor, memberId: string, standing: Standing) => {
  const kept = {
    ...{ level: standing.level, subjects: [...standing.subjects], up_to_cents: standing.upToCents },
    ...{ decided_by: actor.memberId, decided_at: new Date(desk.now()), told_at: null },
  }
  await trx
    .insertInto('autonomies')
    .values({ workspace_id: actor.workspaceId, member_id: memberId, ...kept })
    .onConflict((c) => c.columns(['workspace_id', 'member_id']).doUpdateSet(kept))
    .execute()
}

/** Tells the managers, once, that the record of whoever wrote a reply now asks for a step; one that passed is told again when it returns (V1). */
export const tellProposal = async (trx: Trx, desk: Desk, request: Row<'approvals'>): Promise<void> => {
  const { workspace_id: workspaceId, writer_id: memberId } = request
  const team = await colleaguesOf(trx, workspaceId)
  const writer = team.find(({ id }) => id === memberId)
  if (writer === undefined) return
  // One look at a time: two readers who decide at once would both find it untold.
  await sql`select pg_advisory_xact_lock(hashtext('autonomy'), hashtext(${memberId}))`.execute(trx)
  const row = await standingRow(trx, workspaceId, memberId)
  const { standing, proposal } = await readRecord(trx, workspaceId, memberId, writer.role)
  const told = proposal === null ? null : new Date(desk.now())
  if ((told === null) === ((row?.told_at ?? null) === null)) return
  await trx
    .insertInto('autonomies')
    .values({ workspace_id: workspaceId, member_id: memberId, level: standing.level, told_at: told })
    .onConflict((c) => c.columns(['workspace_id', 'member_id']).doUpdateSet({ told_at: told }))
    .execute()
  if (told === null) return
  const leads = team.filter(({ role }) => role === 'manager' || role === 'admin')
  for (const { id } of leads) await tellMember(trx, desk, workspaceId, id, 'autonomy.proposed', { memberId })
}
