import { sql } from 'kysely'
import type { ReceiptIn } from '#connectors/connector.ts'
import type { Trx } from '#server/db/transaction.ts'
import { boundedKey } from './bounded-key.ts'
import { isKeepableJson } from './clean.ts'

type Place = { workspaceId: string; accountId: string; now: number }

const TOO_DEEP = JSON.stringify('nested too deep to be kept')

/** Nobody's words are nested by the thousand: such a thing is kept as a mark, which nobody can read either, and so ends in quarantine. */
const jsonOf = (body: unknown): string => {
  try {
    return JSON.stringify(body ?? null)
  } catch (error) {
    if (error instanceof RangeError) return TOO_DEEP
    throw error
  }
}

/** What jsonb cannot hold (NUL, broken surrogates, nothing at all) is kept as the bytes of its JSON text. */
const rowOf = ({ key, body }: ReceiptIn, asBytes: boolean) => {
  const json = jsonOf(body)
  const isBytes = asBytes || json === 'null' || json === TOO_DEEP || !isKeepableJson(json)
  return {
    external_id: boundedKey(key),
    body: isBytes ? null : body,
    raw: isBytes ? Buffer.from(json).toString('base64') : null,
  }
}

/** Keeps what a poll brought under the same unique key as the webhooks; returns how many were new. */
export const insertPolled = async (
  trx: Trx,
  { workspaceId, accountId, now }: Place,
  receipts: readonly ReceiptIn[],
  asBytes: boolean,
): Promise<number> => {
  if (receipts.length === 0) return 0
  const rows = receipts.map((receipt) => rowOf(receipt, asBytes))
  const { numAffectedRows } = await sql`
    insert into receipts (workspace_id, account_id, external_id, source, body, raw, received_at)
    select ${workspaceId}::uuid, ${accountId}::uuid, external_id, 'poll', body, decode(raw, 'base64'), ${new Date(now)}::timestamptz
    from json_to_recordset(${JSON.stringify(rows)}::json) as r (external_id text, body jsonb, raw text)
    on conflict (account_id, external_id) do nothing`.execute(trx)
  return Number(numAffectedRows)
}
