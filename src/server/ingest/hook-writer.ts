import { CompiledQuery } from 'kysely'
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

const KEEP = 'select new_key as key from keep_hooks($1, $2, $3, $4, $5, $6, $7)'

/** The keys of those that were new. */
const insert = async (desk: Desk, receipts: readonly HookReceipt[]): Promise<Set<string>> => {
  const [first] = receipts
  if (first === undefined) return new Set()
  let start = 1
  const starts = receipts.map(({ raw }) => {
    start += raw.length
    return start - raw.length
  })
  const query = CompiledQuery.raw(KEEP, [
    first.workspaceId,
    first.accountId,
    receipts.map(({ key }) => key),
    starts,
    receipts.map(({ raw }) => raw.length),
    Buffer.concat(receipts.map(({ raw }) => raw)),
    new Date(desk.now()),
  ])
  const { rows } = await desk.db.worker.executeQuery(query)
  return new Set(rows.map((row) => (row as { key: string }).key))
}

const write = async (desk: Desk, batch: readonly Waiting[]): Promise<void> => {
  try {
    const kept = await insert(
      desk,
      batch.map(({ receipt }) => receipt),
    )
    // Of two copies that came together the first is the new one.
    for (const { receipt, resolve } of batch) resolve(kept.delete(receipt.key) ? 'kept' : 'known')
  } catch (error) {
    if (batch.length === 1 || databaseTroubleOf(error) !== null) for (const { reject } of batch) reject(error)
    // One that cannot be kept does not take the others with it.
    else for (const one of batch) await write(desk, [one])
  }
}

const lineOf = (desk: Desk, accountId: string): Line => {
  const lines = linesBy.get(desk) ?? new Map<string, Line>()
  linesBy.set(desk, lines)
  const line = lines.get(accountId) ?? { waiting: [], isWriting: false }
  lines.set(accountId, line)
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

/** One statement at a time for an account: what comes while it commits gathers into the next. */
const advance = async (desk: Desk, line: Line): Promise<void> => {
  if (line.isWriting) return
  line.isWriting = true
  while (line.waiting.length > 0) await write(desk, takeBatch(line))
  line.isWriting = false
}

/**
 * Keeps one webhook durably. Those that arrive while others are being committed share the next statement: a flood costs PostgreSQL a
 * commit for many, and a lone one waits for nobody.
 */
export const keepHook = (desk: Desk, receipt: HookReceipt): Promise<'kept' | 'known'> =>
  new Promise((resolve, reject) => {
    const line = lineOf(desk, receipt.accountId)
    if (line.waiting.length >= MOST_WAITING) throw new Error('too many webhooks wait for the database')
    line.waiting.push({ receipt, resolve, reject })
    void advance(desk, line)
  })
