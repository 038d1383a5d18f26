import { sql, type Transaction } from 'kysely'
import type { DeskEvent } from '#core/event.ts'
import type { Schema } from './schema.ts'

/**
 * The only writer of `events`: it takes a transaction, so that a deed and its trace are committed together or not at all. One NOTIFY a
 * batch wakes the live streams; it is a hint, the log is the truth.
 */
export const recordEvents = async (
  trx: Transaction<Schema>,
  workspaceId: string,
  events: readonly DeskEvent[],
): Promise<void> => {
  if (events.length === 0) return
  const rows = events.map((e) => ({
    at: new Date(e.at).toISOString(),
    name: e.name,
    member_id: e.memberId,
    account_id: e.accountId ?? null,
    case_id: e.caseId ?? null,
    conversation_id: e.conversationId ?? null,
    data: e.data ?? {},
  }))
  await sql`
    insert into events (workspace_id, at, name, member_id, account_id, case_id, conversation_id, data)
    select ${workspaceId}::uuid, at, name, member_id, account_id, case_id, conversation_id, data
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r
      (at timestamptz, name text, member_id uuid, account_id uuid, case_id uuid, conversation_id uuid, data jsonb)`.execute(
    trx,
  )
  await sql`select pg_notify('vigie', ${workspaceId})`.execute(trx)
}
