import { sql } from 'kysely'
import type { Database } from '#server/db/database.ts'
import type { Claimed } from './understand.ts'

const MOST = 200
const MOST_BYTES = 8_000_000
/** From its second start without an end a receipt is read alone: whatever stopped the desk, its neighbours do not pay for it. */
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

/**
 * The next receipts of an account that this reader holds. The attempt is counted and committed before anything is read: a receipt that
 * kills the process is found by its count. `lease_until` is when a failed one may be tried again.
 */
export const claimReceipts = async (held: Database, accountId: string, now: number): Promise<Claimed[]> => {
  const { rows } = await sql<Row>`
    with due as (
      select id, attempts, coalesce(octet_length(raw), 0) + coalesce(pg_column_size(body), 0) as size from receipts
      where account_id = ${accountId}::uuid and state = 'waiting'
        and (lease_until is null or lease_until <= ${new Date(now)}::timestamptz)
      order by id limit ${MOST}::integer
    ), counted as (
      select id, attempts, first_value(attempts) over (order by id) as first_attempts, row_number() over (order by id) as place,
        sum(size) over (order by id) - size as before
      from due
    )
    update receipts r set attempts = r.attempts + 1
    from counted c
    where r.id = c.id and c.before < ${MOST_BYTES}::integer
      and (case when c.first_attempts >= ${SUSPECT}::integer then c.place = 1 else c.attempts < ${SUSPECT}::integer end)
    returning r.id, r.source, r.body, r.raw, r.received_at, r.attempts`.execute(held.worker)
  return rows
    .map(({ received_at, ...row }) => ({ ...row, receivedAt: received_at.getTime() }))
    .sort((a, b) => a.id - b.id)
}
