import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import { begunAs, readDrafts } from '#server/queries/drafts.ts'

/** The account that was shown when a member began these words, if it is not the one of the case (G5). */
export const begunElsewhere = async (
  trx: Trx,
  row: Pick<Row<'cases'>, 'id' | 'account_id'>,
  memberId: string,
  audience: 'public' | 'private',
): Promise<string | undefined> => {
  const drafts = await readDrafts(trx, row.id)
  const own = drafts.find((draft) => draft.member_id === memberId && draft.audience === audience)
  return own === undefined ? undefined : begunAs(own, row.account_id).begunAs
}
