import { sql } from 'kysely'
import { netCents } from '#core/case-file/gesture.ts'
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
  /** What was taken back, by the id of the gesture. */
  reversals: ReadonlyMap<string, Row<'gesture_reversals'>>
  givenCents: number
}

/** What this customer was given over the last twelve months, in whatever case, less what was taken back (G8). */
export const readLedger = async (trx: Trx, authorId: string, now: number): Promise<Ledger> => {
  const gestures = await trx
    .selectFrom('gestures')
    .selectAll()
    .where('author_id', 'in', await authorsOf(trx, authorId))
    .where('given_at', '>', new Date(now - YEAR_MS))
    .orderBy('given_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const taken = await trx
    .selectFrom('gesture_reversals')
    .selectAll()
    .where(sql<boolean>`gesture_id = any(${gestures.map(({ id }) => id)}::uuid[])`)
    .execute()
  const reversals = new Map(taken.map((row) => [row.gesture_id, row]))
  const lines = gestures.map(({ id, amount_cents: amountCents }) => ({ amountCents, reversed: reversals.has(id) }))
  return { gestures, reversals, givenCents: netCents(lines) }
}

/** The sum alone, for the guard: one small question at each opening of a case. */
export const givenCentsOf = async (trx: Trx, authorId: string, now: number): Promise<number> => {
  const { rows } = await sql<{ given: string }>`
    select coalesce(sum(g.amount_cents), 0) as given from gestures g
    where g.given_at > ${new Date(now - YEAR_MS)}
      and not exists (select from gesture_reversals r where r.gesture_id = g.id) and g.author_id in (
      select a.id from authors a, authors self where self.id = ${authorId}
        and (a.id = self.id or a.customer_id = self.customer_id))`.execute(trx)
  return Number(rows[0]?.given ?? 0)
}
