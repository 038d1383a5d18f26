import { createHash } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import { canonicalEvent } from '#core/audit/canonical.ts'

/** A line of the log as the chain reads it; `tx` is its place among the transactions of this cluster. */
export interface LoggedRow {
  id: string
  tx: string
  workspace_id: string
  at_us: string
  name: string
  member_id: string | null
  account_id: string | null
  case_id: string | null
  conversation_id: string | null
  data: unknown
}

export const loggedColumns: RawBuilder<unknown> = sql`e.id::text as id, e.tx::text as tx, e.workspace_id,
  (extract(epoch from e.at) * 1000000)::bigint::text as at_us, e.name, e.member_id, e.account_id, e.case_id, e.conversation_id, e.data`

/** What the first seal of a brand continues. */
export const genesisOf = (workspaceId: string): Buffer =>
  createHash('sha256').update(`vigie events ${workspaceId}`).digest()

/** The seal of an event: the hash of the seal before it and of what the event says. */
export const sealOf = (previous: Buffer, row: LoggedRow): Buffer =>
  createHash('sha256')
    .update(previous)
    .update(
      canonicalEvent({
        id: row.id,
        workspaceId: row.workspace_id,
        at: row.at_us,
        name: row.name,
        memberId: row.member_id,
        accountId: row.account_id,
        caseId: row.case_id,
        conversationId: row.conversation_id,
        data: row.data,
      }),
    )
    .digest()
