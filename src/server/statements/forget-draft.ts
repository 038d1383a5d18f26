import type { Trx } from '#server/db/transaction.ts'
import type { Actor } from '#server/desk.ts'

/** Words that were given are unfinished no more; those of colleagues stay theirs. */
export const forgetDraft = (trx: Trx, actor: Actor, statementId: string) =>
  trx
    .deleteFrom('statement_drafts')
    .where('member_id', '=', actor.memberId)
    .where('statement_id', '=', statementId)
    .execute()
