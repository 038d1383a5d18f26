import { sql } from 'kysely'
import { databaseTroubleOf } from '#server/db/trouble-of.ts'
import type { Desk } from '#server/desk.ts'

const MOST = 64
const MOST_BYTES = 4_000_000
/** Beyond this the database does not keep up, and the network is asked to come again rather than to wait. */
const MOST_WAITING = 5_000

export interface HookReceipt {
  workspaceId: string
  accountId: string
  key: string
  raw: Buffer
  receivedAt: number
}

interface Waiting {
  receipt: HookReceipt
  resolve(answer: 'kept' | 'known'): void
  reject(error: unknown): void
}

interface Line {
  waiting: Waiting[]
  isWriting: boolean
}

const linesBy = new WeakMap<Desk, Map<string, Line>>()

const nameOf = ({ accountId, key }: { accountId: string; key: string }): string => `${accountId} ${key}`

/** One statement, which enters the brand, inserts and commits; returns the names of those that were new. */
const insert = async (desk: Desk, workspaceId: string, receipts: readonly HookReceipt[]): Promise<Set<string>> => {
  const { rows } = await sql<{ accountId: string; key: string }>`
    insert into receipts (workspace_id, account_id, external_id, source, raw, received_at)
    select entered.workspace::uuid, r.account_id, r.key, 'webhook', r.raw, r.received_at
    from (select set_config('app.workspace', ${workspaceId}, true) as workspace) as entered,
      unnest(${receipts.map((r) => r.accountId)}::uuid[], ${receipts.map((r) => r.key)}::text[],
        ${receipts.map((r) => r.raw)}::bytea[], ${receipts.map((r) => new Date(r.receivedAt))}::timestamptz[])
        as r (account_id, key, raw, received_at)
    on conflict (account_id, external_id) do nothing returning account_id as "accountId", external_id as key`.execute(
    desk.db.worker,
  )
  return new Set(rows.map(nameOf))
}

const write = async (desk: Desk, workspaceId: string, batch: readonly Waiting[]): Promise<void> => {
  try {
    const receipts = batch.map(({ receipt }) => receipt)
    const kept = await insert(desk, workspaceId, receipts)
    // Of two copies that came together the first is the new one.
    for (const { receipt, resolve } of batch) resolve(kept.delete(nameOf(receipt)) ? 'kept' : 'known')
  } catch (error) {
    if (batch.length === 1 || databaseTroubleOf(error) !== null) for (const { reject } of batch) reject(error)
    // One that cannot be kept does not take the others with it.
    else for (const one of batch) await write(desk, workspaceId, [one])
  }
}

const lineOf = (desk: Desk, workspaceId: string): Line => {
  const lines = linesBy.get(desk) ?? new Map<string, Line>()
  linesBy.set(desk, lines)
  const line = lines.get(workspaceId) ?? { waiting: [], isWriting: false }
  lines.set(workspaceId, line)
  return line
}

const takeBatch = ({ waiting }: Line): Waiting[] => {
  let bytes = 0
  const past = waiting.findIndex(({ receipt }, place) => {
    bytes += receipt.raw.length
    return place > 0 && (place === MOST || bytes > MOST_BYTES)
  })
  return waiting.splice(0, past < 0 ? waiting.length : past)
}

/** One statement at a time for a brand: what comes while it commits gathers into the next. */
const advance = async (desk: Desk, workspaceId: string, line: Line): Promise<void> => {
  if (line.isWriting) return
  line.isWriting = true
  while (line.waiting.length > 0) await write(desk, workspaceId, takeBatch(line))
  line.isWriting = false
}

/**
 * Keeps one webhook durably. Those that arrive while others are being committed share the next statement: a flood costs PostgreSQL a
 * commit for many, and a lone one waits for nobody.
 */
export const keepHook = (desk: Desk, receipt: HookReceipt): Promise<'kept' | 'known'> =>
  new Promise((resolve, reject) => {
    const line = lineOf(desk, receipt.workspaceId)
    if (line.waiting.length >= MOST_WAITING) throw new Error('too many webhooks wait for the database')
    line.waiting.push({ receipt, resolve, reject })
    void advance(desk, receipt.workspaceId, line)
  })
