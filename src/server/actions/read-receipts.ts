import { sql } from 'kysely'
import type { Database } from '#server/db/database.ts'
import type { Row } from '#server/db/schema.ts'
import { asWorkerIn } from '#server/db/transaction.ts'
import { databaseTroubleOf } from '#server/db/trouble-of.ts'
import type { Desk } from '#server/desk.ts'
import { accountSeen } from '#server/ingest/account-seen.ts'
import { applyHeard } from '#server/ingest/apply-heard.ts'
import { claimReceipts, claimSuspect, findWaiting, MOST_ATTEMPTS, MOST_CLAIMED } from '#server/ingest/claim.ts'
import { holdAccount } from '#server/ingest/hold-account.ts'
import { type Claimed, faultOf, type Understood, understand } from '#server/ingest/understand.ts'
import { writeReceipts } from '#server/ingest/write-receipts.ts'

type Account = Row<'channel_accounts'>

interface Reading {
  desk: Desk
  held: Database
  account: Account
}

const understandAll = ({ desk, account }: Reading, claimed: readonly Claimed[]): Understood[] => {
  const connector = desk.registry.get(account.connector)
  const seen = { externalId: account.external_id, handle: account.handle }
  return claimed.map((receipt) => {
    if (connector === undefined) return { receipt, fault: `this desk has no connector named ${account.connector}` }
    // Five times it was read alone and the process did not come back to say how it went.
    if (receipt.attempts > MOST_ATTEMPTS) return { receipt, fault: 'the desk stopped while reading it, five times' }
    return understand(connector, seen, receipt)
  })
}

/** One transaction: what the batch says, and what became of its receipts. */
const write = ({ desk, held, account }: Reading, batch: readonly Understood[]): Promise<void> =>
  asWorkerIn(held, account.workspace_id, async (trx) => {
    const machine = { now: desk.now(), newId: desk.newId, asksModel: desk.model !== null }
    const heard = batch.flatMap((one) => ('heard' in one ? one.heard : [])).map((one) => ({ ...one, told: false }))
    if (heard.length > 0) await applyHeard(trx, await accountSeen(desk, trx, account), heard, machine)
    await writeReceipts(trx, { workspaceId: account.workspace_id, accountId: account.id, ...machine }, batch)
    if (!heard.some(({ activity }) => activity.kind === 'message')) return
    await sql`
      update channel_accounts set last_message_at = ${new Date(machine.now)}::timestamptz where id = ${account.id}::uuid`.execute(
      trx,
    )
  })

const giveBack = async (held: Database, batch: readonly Understood[]): Promise<void> => {
  const ids = batch.map(({ receipt }) => receipt.id)
  await sql`update receipts set attempts = greatest(attempts - 1, 0) where id = any(${ids}::bigint[])`.execute(
    held.worker,
  )
}

/** Halves a batch that cannot be written until the guilty receipt stands alone; the others are written without it. */
const settle = async (reading: Reading, batch: readonly Understood[]): Promise<void> => {
  try {
    await write(reading, batch)
  } catch (error) {
    if (databaseTroubleOf(error) !== null) {
      // A database that is gone or full is no fault of theirs.
      await giveBack(reading.held, batch).catch(() => {})
      throw error
    }
    const [only, ...others] = batch
    if (only === undefined) throw error
    if (others.length === 0) {
      if (!('heard' in only)) throw error
      const { code, name } = error as { code?: string; name?: string }
      reading.desk.log.warn({ receipt: only.receipt.id, code, name }, 'a receipt could not be kept')
      return settle(reading, [{ receipt: only.receipt, fault: faultOf(error) }])
    }
    const middle = Math.ceil(batch.length / 2)
    await settle(reading, batch.slice(0, middle))
    await settle(reading, batch.slice(middle))
  }
}

const readAccount = (db: Database, id: string): Promise<Account | undefined> =>
  db.worker.selectFrom('channel_accounts').selectAll().where('id', '=', id).executeTakeFirst()

/** Reads the next receipts of one account, and a suspect when there is time for it; how many, or null when another reader is at it. */
export const readReceiptsOf = (desk: Desk, accountId: string): Promise<number | null> =>
  holdAccount(desk.db, accountId, async (held) => {
    const account = await readAccount(held, accountId)
    if (account === undefined) return 0
    const reading = { desk, held, account }
    const fresh = await claimReceipts(held, accountId, desk.now())
    if (fresh.length > 0) await settle(reading, understandAll(reading, fresh))
    if (fresh.length === MOST_CLAIMED) return fresh.length
    const suspect = await claimSuspect(held, accountId, desk.now())
    if (suspect.length > 0) await settle(reading, understandAll(reading, suspect))
    return fresh.length + suspect.length
  })

/**
 * One round over all accounts that have something to read, a batch of each, so that a flood on one does not starve the others (L1).
 * True when something was read and more may wait.
 */
export const readReceipts = async (desk: Desk): Promise<boolean> => {
  const waiting = await findWaiting(desk.db)
  const start = Math.floor(desk.random() * waiting.length)
  let read = 0
  for (const accountId of [...waiting.slice(start), ...waiting.slice(0, start)]) {
    try {
      read += (await readReceiptsOf(desk, accountId)) ?? 0
    } catch (error) {
      if (databaseTroubleOf(error) !== null) throw error
      desk.log.error({ err: error, account: accountId }, 'the receipts of an account could not be read')
    }
  }
  return read > 0
}
