import { sql } from 'kysely'
import { readDeliveryAgain } from '#server/actions/read-delivery-again.ts'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import { isSuspended } from '#server/queries/scheduled-pauses.ts'
import type { GuardRead } from './guard-read.ts'

/** A deed that was under way while the words were read may be dated a little before. */
const OVERLAP_MS = 60_000

/** Whether a charter, a rule, a role, a level, a fact, a gesture, what a crisis cell lets say or the case's owner may be others than when the guard read these words; unread words always are. */
const hasChanged = async (trx: Trx, row: Row<'deliveries'>): Promise<boolean> => {
  const { checkedAt, readAs } = row.guard as Partial<GuardRead>
  if (checkedAt === undefined) return true
  const since = new Date(checkedAt - OVERLAP_MS)
  const { rows } = await sql<{ changed: boolean }>`select
    exists (select from charter_versions v where v.workspace_id = ${row.workspace_id} and v.in_force_at >= ${since})
    or exists (select from rule_switches s where s.workspace_id = ${row.workspace_id} and s.on_at >= ${since})
    or exists (select from autonomies n where n.workspace_id = ${row.workspace_id} and n.member_id = ${row.member_id}
      and n.decided_at >= ${since})
    or not exists (select from memberships b where b.workspace_id = ${row.workspace_id} and b.member_id = ${row.member_id}
      and b.role = coalesce(${readAs ?? null}, b.role))
    or exists (select from may_say s where s.workspace_id = ${row.workspace_id} and s.said_at >= ${since})
    or exists (select from incidents i where i.workspace_id = ${row.workspace_id} and i.closed_at >= ${since})
    or exists (select from incident_roles r where r.workspace_id = ${row.workspace_id} and r.role = 'pilot' and r.ended_at >= ${since})
    or exists (select from incident_mentions m where m.conversation_id = ${row.conversation_id}
      and (m.linked_at >= ${since} or m.unlinked_at >= ${since}))
    or exists (select from events e where e.case_id = ${row.case_id} and e.at >= ${since} and (e.name in ('case.unassigned', 'case.reopened', 'contest.rejected', 'gesture.given')
      or e.name = 'fact.recorded' and e.data->>'status' <> 'done')) as changed`.execute(trx)
  return rows[0]?.changed === true
}

const isOfTheTeam = async (trx: Trx, row: Row<'deliveries'>): Promise<boolean> =>
  (await trx
    .selectFrom('memberships')
    .select('role')
    .where('workspace_id', '=', row.workspace_id)
    .where('member_id', '=', row.member_id)
    .executeTakeFirst()) !== undefined

/**
 * The last reading, in the transaction that claims the words for the call: if anything has changed that they were judged by, they are judged
 * again, and leave only if they still may (G4, H1, V1, V3). What may be out already is not: its look-up goes on.
 */
export const mayStillLeave = async (
  desk: Desk,
  trx: Trx,
  row: Row<'deliveries'>,
  account: Row<'channel_accounts'>,
): Promise<boolean> => {
  // Without its connector it goes nowhere, and is read when it comes back.
  if (row.doubt_since !== null || !desk.registry.has(account.connector)) return true
  if (await isSuspended(trx, row)) return false
  if (!(await hasChanged(trx, row))) return true
  if (row.member_id === null || !(await isOfTheTeam(trx, row))) return false
  const kase = await trx.selectFrom('cases').selectAll().where('id', '=', row.case_id).executeTakeFirstOrThrow()
  // The brand answers from the account that was written to (G5).
  if (kase.account_id !== row.account_id) return false
  const nobody = { workspaceId: row.workspace_id, memberId: row.member_id, role: 'trainee' } as const
  const read = await readDeliveryAgain(desk, trx, nobody, kase, account, row)
  if ('refused' in read) return false
  await trx
    .updateTable('deliveries')
    .set({ guard: JSON.stringify(read) })
    .where('id', '=', row.id)
    .execute()
  return true
}
