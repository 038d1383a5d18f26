import { saysSomething, type UnfinishedStatement } from '#core/statement/unfinished.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND } from '#server/desk.ts'
import { forgetDraft } from '#server/statements/forget-draft.ts'

interface Draft {
  statementId: string
  follows: boolean
  incidentId: string | null
  words: UnfinishedStatement
}

/** Keeps unfinished words to everybody at each pause in typing (W1). Not a deed: it leaves no event, and a page without a word forgets them. */
export const saveStatementDraft = (desk: Desk, actor: Actor, input: Draft) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const { statementId, follows, incidentId, words } = input
    if (!saysSomething(words)) {
      await forgetDraft(trx, actor, statementId)
      return { done: true } as const
    }
    const known = follows
      ? await trx.selectFrom('statements').select('incident_id').where('id', '=', statementId).executeTakeFirst()
      : incidentId === null
        ? { incident_id: null }
        : await trx.selectFrom('incidents').select('id as incident_id').where('id', '=', incidentId).executeTakeFirst()
    if (known === undefined) return NOT_FOUND
    // Of two windows on the same page the last one that was typed in holds.
    await forgetDraft(trx, actor, statementId)
    if (!follows)
      await trx
        .deleteFrom('statement_drafts')
        .where('member_id', '=', actor.memberId)
        .where('follows', '=', false)
        .where('incident_id', 'is not distinct from', incidentId)
        .execute()
    await trx
      .insertInto('statement_drafts')
      .values({
        ...{ id: desk.newId(), workspace_id: actor.workspaceId, member_id: actor.memberId },
        ...{ statement_id: statementId, follows, incident_id: known.incident_id },
        ...{ words: JSON.stringify(words), updated_at: new Date(desk.now()) },
      })
      .execute()
    return { done: true } as const
  })
