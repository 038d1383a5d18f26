import { sql } from 'kysely'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'

/** The stop that holds now in the brand that the transaction has entered; a worker sees those of the others besides. */
export const readHalt = (trx: Trx): Promise<Row<'speech_halts'> | undefined> =>
  trx
    .selectFrom('speech_halts')
    .selectAll()
    .where('workspace_id', '=', sql<string>`current_workspace()`)
    .where('released_at', 'is', null)
    .executeTakeFirst()
