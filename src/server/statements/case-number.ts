import { sql } from 'kysely'
import type { Trx } from '#server/db/transaction.ts'

/** The next number of the brand's cases; the last one is locked until the transaction ends. */
export const nextCaseNumber = async (trx: Trx, workspaceId: string): Promise<number> => {
  const { rows } = await sql<{ last: number }>`
    insert into case_numbers (workspace_id, last) values (${workspaceId}::uuid, 1)
    on conflict (workspace_id) do update set last = case_numbers.last + 1 returning last`.execute(trx)
  return rows[0]?.last ?? 1
}
