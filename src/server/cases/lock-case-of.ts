import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import { lockCase } from './change-case.ts'

/** The case first, as whoever reads news of it does: a correction and an edit of the same words wait for each other. */
export const lockCaseOf = async (trx: Trx, messageId: string): Promise<Row<'cases'> | undefined> => {
  const found = await trx
    .selectFrom('messages as m')
    .innerJoin('cases as c', 'c.conversation_id', 'm.conversation_id')
    .select('c.id')
    .where('m.id', '=', messageId)
    .where('m.direction', '=', 'in')
    .executeTakeFirst()
  return found === undefined ? undefined : lockCase(trx, found.id)
}
