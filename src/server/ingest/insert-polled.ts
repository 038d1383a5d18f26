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
const rowOf = ({ key, body }: ReceiptIn, asBytes: boolean): string => {
  const json = jsonOf(body)
  const isBytes = asBytes || json === 'null' || json === TOO_DEEP || !isKeepableJson(json)
  const kept = isBytes ? `"raw":"${Buffer.from(json).toString('base64')}"` : `"body":${json}`
  return `{"external_id":${JSON.stringify(boundedKey(key))},${kept}}`
}

/** A mail may weigh fifty megabytes, and a statement should not weigh a gigabyte. */
const MOST_CHARACTERS = 32_000_000

const inParts = (rows: readonly string[]): string[][] => {
  const parts: string[][] = []
  let size = Number.POSITIVE_INFINITY
  for (const row of rows) {
    size += row.length
    if (size > MOST_CHARACTERS) {
      parts.push([])
      size = row.length
    }
    parts.at(-1)?.push(row)
  }
  return parts
}

/** Keeps what a poll brought under the same unique key as the webhooks; returns how many were new. */
export const insertPolled = async (
  trx: Trx,
  { workspaceId, accountId, now }: Place,
  receipts: readonly ReceiptIn[],
  asBytes: boolean,
): Promise<number> => {
  let kept = 0
  for (const part of inParts(receipts.map((receipt) => rowOf(receipt, asBytes)))) {
    const { numAffectedRows } = await sql`
      insert into receipts (workspace_id, account_id, external_id, source, body, raw, received_at)
      select ${workspaceId}::uuid, ${accountId}::uuid, external_id, 'poll', body, decode(raw, 'base64'), ${new Date(now)}::timestamptz
      from json_to_recordset(${`[${part.join(',')}]`}::json) as r (external_id text, body jsonb, raw text)
      on conflict (account_id, external_id) do nothing`.execute(trx)
    kept += Number(numAffectedRows)
  }
  return kept
}
