import type { Trx } from '#server/db/transaction.ts'

/** How many people have read words that leave as part of an outreach; none where they are of none (V1). */
export const outreachReaders = async (trx: Trx, deliveryId: string): Promise<number> => {
  const found = await trx
    .selectFrom('outreach_people as p')
    .innerJoin('outreaches as o', 'o.id', 'p.outreach_id')
    .select('o.approved_by')
    .where('p.id', '=', deliveryId)
    .executeTakeFirst()
  return found?.approved_by.length ?? 0
}
