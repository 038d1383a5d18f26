import type { Trx } from '#server/db/transaction.ts'
import type { Actor } from '#server/desk.ts'

/** What somebody has begun to tell everybody and not published: what follows a statement, or the blank page about an incident or about none. */
export const draftOf = async (
  trx: Trx,
  actor: Actor,
  { follows, incidentId }: { follows: string | undefined; incidentId: string | undefined },
) => {
  const mine = trx
    .selectFrom('statement_drafts')
    .select(['statement_id', 'words', 'updated_at'])
    .where('workspace_id', '=', actor.workspaceId)
    .where('member_id', '=', actor.memberId)
  const row = await (follows === undefined
    ? mine.where('follows', '=', false).where('incident_id', 'is not distinct from', incidentId ?? null)
    : mine.where('statement_id', '=', follows)
  ).executeTakeFirst()
  if (row === undefined) return null
  const { words } = row
  return {
    statementId: row.statement_id,
    words: { ...words, own: { ...words.own }, on: [...words.on], when: { ...words.when } },
    keptAt: row.updated_at.getTime(),
  }
}
