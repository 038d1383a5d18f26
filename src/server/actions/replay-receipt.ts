import { sql } from 'kysely'
import { recordEvents } from '#server/db/record-events.ts'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND } from '#server/desk.ts'

export interface Replay {
  accountId?: string | undefined
  /** Those received from then on. */
  since?: number | undefined
  id?: string | undefined
}

/** Puts quarantined receipts back among those that wait, as if they had never been tried; returns how many. */
export const replayQuarantined = async (
  trx: Trx,
  { workspaceId, memberId }: { workspaceId: string; memberId: string | null },
  { accountId, since, id }: Replay,
  now: number,
): Promise<number> => {
  const { rows } = await sql<{ id: string; account_id: string }>`
    update receipts set state = 'waiting', attempts = 0, lease_until = null, fault = null
    where workspace_id = ${workspaceId}::uuid and state = 'quarantined'
      and (${id ?? null}::bigint is null or id = ${id ?? null}::bigint)
      and (${accountId ?? null}::uuid is null or account_id = ${accountId ?? null}::uuid)
      and received_at >= ${new Date(since ?? 0)}::timestamptz
    returning id::text as id, account_id`.execute(trx)
  await recordEvents(
    trx,
    workspaceId,
    rows.map((row) => ({
      name: 'receipt.replayed' as const,
      at: now,
      memberId,
      accountId: row.account_id,
      data: { receiptId: row.id },
    })),
  )
  return rows.length
}

/** Tries again to understand one receipt, after a connector was mended or the network corrected itself. */
export const replayReceipt = async (desk: Desk, actor: Actor, input: { id: string }) => {
  if (!/^\d{1,18}$/.test(input.id)) return NOT_FOUND
  const replayed = await inWorkspace(desk.db, actor.workspaceId, (trx) =>
    replayQuarantined(trx, actor, { id: input.id }, desk.now()),
  )
  if (replayed === 0) return NOT_FOUND
  desk.wake('read-receipts')
  return { done: true } as const
}
