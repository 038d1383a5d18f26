import { sql } from 'kysely'
import type { Trx } from '#server/db/transaction.ts'

/** Numbers in the order of opening, without a gap: the last one is locked until the transaction ends. Gives the number before the first. */
export const allotNumbers = async (trx: Trx, workspaceId: string, count: number): Promise<number> => {
  const { rows } = await sql<{ last: number }>`
    insert into case_numbers (workspace_id, last) values (${workspaceId}::uuid, ${count}::integer)
    on conflict (workspace_id) do update set last = case_numbers.last + excluded.last returning last`.execute(trx)
  return (rows[0]?.last ?? count) - count
}
