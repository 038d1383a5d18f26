import { sql } from 'kysely'
import type { Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'

interface GivenBack {
  workspaceId: string
  caseId: string
  memberId: string
  audience: 'public' | 'private'
  text: string
}

/** Puts words that did not leave back into the composer of a member; words typed there meanwhile stay, below those that come back. */
export const giveBackDraft = async (trx: Trx, desk: Desk, back: GivenBack): Promise<void> => {
  const both = sql<string>`case when btrim(drafts.text) = '' or drafts.text = excluded.text then excluded.text
    else excluded.text || E'\\n\\n' || drafts.text end`
  const updated = { updated_at: new Date(desk.now()) }
  await trx
    .insertInto('drafts')
    .values({
      id: desk.newId(),
      workspace_id: back.workspaceId,
      case_id: back.caseId,
      member_id: back.memberId,
      audience: back.audience,
      text: back.text,
      ...updated,
    })
    .onConflict((c) =>
      c
        .columns(['case_id', 'member_id', 'audience'])
        .doUpdateSet({ ...updated, text: both, version: sql<number>`drafts.version + 1` }),
    )
    .execute()
}
