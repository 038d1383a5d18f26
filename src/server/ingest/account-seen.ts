import { promiseOf } from '#server/cases/promise.ts'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import type { AccountSeen } from './batch.ts'

/** The account as the ingest needs it, with what the brand promises there (A2). */
export const accountSeen = async (desk: Desk, trx: Trx, row: Row<'channel_accounts'>): Promise<AccountSeen> => ({
  id: row.id,
  workspaceId: row.workspace_id,
  connector: row.connector,
  externalId: row.external_id,
  handle: row.handle,
  connectedAt: row.connected_at.getTime(),
  ...(await promiseOf(desk, trx, row)),
})
