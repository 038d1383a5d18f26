import { sql } from 'kysely'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND } from '#server/desk.ts'

interface DraftText {
  id: string
  audience: 'public' | 'private' | 'internal'
  text: string
  /** The account that the composer shows. */
  accountId?: string | undefined
}

/** Keeps unfinished words on the server at each pause in typing. Not a deed: it leaves no event, and an empty text forgets the draft. */
export const saveDraft = (desk: Desk, actor: Actor, input: DraftText) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const row = await trx.selectFrom('cases').select('id').where('id', '=', input.id).executeTakeFirst()
    if (row === undefined) return NOT_FOUND
    if (input.text === '') {
      await trx
        .deleteFrom('drafts')
        .where('case_id', '=', row.id)
        .where('member_id', '=', actor.memberId)
        .where('audience', '=', input.audience)
        .execute()
      return { version: 0 }
    }
    const kept = { text: input.text, updated_at: new Date(desk.now()) }
    return trx
      .insertInto('drafts')
      .values({
        id: desk.newId(),
        workspace_id: actor.workspaceId,
        case_id: row.id,
        member_id: actor.memberId,
        audience: input.audience,
        // An edit changes the words and not the account under which they were begun.
        begun_as: input.accountId ?? null,
        ...kept,
      })
      .onConflict((c) =>
        c
          .columns(['case_id', 'member_id', 'audience'])
          .doUpdateSet({ ...kept, version: sql<number>`drafts.version + 1` }),
      )
      .returning('version')
      .executeTakeFirstOrThrow()
  })
