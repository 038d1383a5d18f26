import { type Kysely, sql } from 'kysely'
import type { Database } from '#server/db/database.ts'
import type { Schema } from '#server/db/schema.ts'

/** Keeps the locks of the readers apart from all others. */
const READING = 1_919_250_537

/**
 * One account is read by one reader at a time, in the order of arrival, so that two messages of one author never race and an edit is
 * never read before its message. The lock is the connection's: whoever dies lets go of it at once, and what they had not committed is
 * gone with it. Null when another reader is at it.
 */
export const holdAccount = async <T>(
  db: Database,
  accountId: string,
  work: (held: Database) => Promise<T>,
): Promise<T | null> =>
  db.worker.connection().execute(async (worker: Kysely<Schema>) => {
    const { rows } = await sql<{ held: boolean }>`
      select pg_try_advisory_lock(${READING}, hashtext(${accountId})) as held`.execute(worker)
    if (rows[0]?.held !== true) return null
    try {
      return await work({ ...db, worker })
    } finally {
      // A broken connection has let go by itself, and cannot say so.
      await sql`select pg_advisory_unlock(${READING}, hashtext(${accountId}))`.execute(worker).catch(() => {})
    }
  })
