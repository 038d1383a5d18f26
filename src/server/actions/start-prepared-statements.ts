import { starterStatements } from '#core/statement/starter.ts'
import { recordEvents } from '#server/db/record-events.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import type { Actor, Desk, Refused } from '#server/desk.ts'

/** Begins a library with texts that a brand can make its own (C4): once, into an empty one. */
export const startPreparedStatements = (desk: Desk, actor: Actor) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    await trx.selectFrom('workspaces').select('id').where('id', '=', actor.workspaceId).forNoKeyUpdate().execute()
    const known = await trx
      .selectFrom('prepared_statements')
      .select('id')
      .where('removed_at', 'is', null)
      .limit(1)
      .executeTakeFirst()
    if (known !== undefined) return { refused: 'library-not-empty' } satisfies Refused
    const brand = await trx
      .selectFrom('workspaces')
      .select('language')
      .where('id', '=', actor.workspaceId)
      .executeTakeFirstOrThrow()
    const at = desk.now()
    const starter = starterStatements(brand.language === 'en' ? 'en' : 'fr')
    await trx
      .insertInto('prepared_statements')
      .values(
        starter.map(({ title, moment, wordings }, place) => ({
          ...{ id: desk.newId(), workspace_id: actor.workspaceId, title, moment },
          // In the order in which a crisis needs them.
          ...{ wordings: JSON.stringify(wordings), made_at: new Date(at + place) },
          ...{ changed_at: new Date(at), changed_by: actor.memberId },
        })),
      )
      .execute()
    await recordEvents(trx, actor.workspaceId, [
      {
        name: 'prepared-statement.started',
        at,
        memberId: actor.memberId,
        data: { count: starter.length },
      },
    ])
    return { done: true } as const
  })
