import type { Trx } from '#server/db/transaction.ts'

/** The unfinished words of a case, each with the account that was shown when it was begun. */
export const readDrafts = (trx: Trx, caseId: string) =>
  trx
    .selectFrom('drafts as d')
    .leftJoin('channel_accounts as a', 'a.id', 'd.begun_as')
    .selectAll('d')
    .select('a.handle as begun_handle')
    .where('d.case_id', '=', caseId)
    .execute()

type Begun = Pick<Awaited<ReturnType<typeof readDrafts>>[number], 'begun_as' | 'begun_handle'>

/** Says under which account words were begun, if it is not the one that they would leave by (G5). */
export const begunAs = ({ begun_as, begun_handle }: Begun, accountId: string): { begunAs?: string } =>
  begun_as === null || begun_as === accountId ? {} : { begunAs: begun_handle ?? begun_as }
