import { sql } from 'kysely'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'

const YEAR_MS = 365 * 24 * 3_600_000

/** The authors known to be this one person; oneself alone while no customer was joined. */
export const authorsOf = async (trx: Trx, authorId: string): Promise<string[]> => {
  const author = await trx
    .selectFrom('authors')
    .select('customer_id')
    .where('id', '=', authorId)
    .executeTakeFirstOrThrow()
  if (author.customer_id === null) return [authorId]
  const rows = await trx.selectFrom('authors').select('id').where('customer_id', '=', author.customer_id).execute()
  return rows.map((row) => row.id)
}

export interface Ledger {
  gestures: Row<'gestures'>[]
  givenCents: number
}

/** What this customer was given over the last twelve months, in whatever case (G8). */
export const readLedger = async (trx: Trx, authorId: string, now: number): Promise<Ledger> => {
  const gestures = await trx
    .selectFrom('gestures')
    .selectAll()
    .where('author_id', 'in', await authorsOf(trx, authorId))
    .where('given_at', '>', new Date(now - YEAR_MS))
    .orderBy('given_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return { gestures, givenCents: gestures.reduce((sum, gesture) => sum + gesture.amount_cents, 0) }
}

/** The sum alone, for the guard: one small question at each opening of a case. */
export const givenCentsOf = async (trx: Trx, authorId: string, now: number): Promise<number> => {
  const { rows } = await sql<{ given: string }>`
    select coalesce(sum(g.amount_cents), 0) as given from gestures g
    where g.given_at > ${new Date(now - YEAR_MS)} and g.author_id in (
      select a.id from authors a, authors self where self.id = ${authorId}
        and (a.id = self.id or a.customer_id = self.customer_id))`.execute(trx)
  return Number(rows[0]?.given ?? 0)
}
