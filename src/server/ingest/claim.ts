import { sql } from 'kysely'
import type { Database } from '#server/db/database.ts'
import type { Claimed } from './understand.ts'

export const MOST_CLAIMED = 200
const MOST_BYTES = 8_000_000
/** Begun so often without an end, a receipt is suspect: it may be what stops the desk, or have stood by. */
const SUSPECT = 2
export const MOST_ATTEMPTS = 5

interface Row {
  id: number
  source: Claimed['source']
  body: unknown
  raw: Buffer | null
  received_at: Date
  attempts: number
}

/** Accounts with something to read now, in one short walk of the index. */
export const findWaiting = async (db: Database): Promise<string[]> => {
  const { rows } = await sql<{ account_id: string }>`
    with recursive account as (
      (select account_id from receipts where state = 'waiting' order by account_id limit 1)
      union all
      select (select r.account_id from receipts r where r.state = 'waiting' and r.account_id > account.account_id
        order by r.account_id limit 1) from account where account.account_id is not null)
    select account_id from account where account_id is not null`.execute(db.worker)
  return rows.map((row) => row.account_id)
}

const waitingOf = (accountId: string, now: number) => sql`
  account_id = ${accountId}::uuid and state = 'waiting' and (lease_until is null or lease_until <= ${new Date(now)}::timestamptz)`

const claimedOf = (rows: readonly Row[]): Claimed[] =>
  rows.map(({ received_at, ...row }) => ({ ...row, receivedAt: received_at.getTime() })).sort((a, b) => a.id - b.id)

/**
 * The next receipts of an account that this reader holds, in the order of arrival, as many as weigh little enough together. The attempt is
 * counted and committed before anything is read: a receipt that kills the process is found by its count. `lease_until` is when a failed
 * one may be tried again.
 */
export const claimReceipts = async (held: Database, accountId: string, now: number): Promise<Claimed[]> => {
  const { rows } = await sql<Row>`
    with due as (
      select id, coalesce(octet_length(raw), 0) + coalesce(pg_column_size(body), 0) as size from receipts
      where ${waitingOf(accountId, now)} and attempts < ${SUSPECT}::integer
      order by id limit ${MOST_CLAIMED}::integer
    ), weighed as (select id, sum(size) over (order by id) - size as before from due)
    update receipts r set attempts = r.attempts + 1
    from weighed w where r.id = w.id and w.before < ${MOST_BYTES}::integer
    returning r.id, r.source, r.body, r.raw, r.received_at, r.attempts`.execute(held.worker)
  return claimedOf(rows)
}

/** One suspect, alone, so that nobody pays for it, and the least tried first, so that no bystander is blamed five times. */
export const claimSuspect = async (held: Database, accountId: string, now: number): Promise<Claimed[]> => {
  const { rows } = await sql<Row>`
    update receipts r set attempts = r.attempts + 1
    where r.id = (select id from receipts where ${waitingOf(accountId, now)} and attempts >= ${SUSPECT}::integer
      order by attempts, id limit 1)
    returning r.id, r.source, r.body, r.raw, r.received_at, r.attempts`.execute(held.worker)
  return claimedOf(rows)
}
