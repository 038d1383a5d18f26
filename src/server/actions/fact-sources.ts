import { newHookSecret } from '#server/access/signed-hook.ts'
import { hashToken, newToken } from '#server/access/token.ts'
import { recordEvents } from '#server/db/record-events.ts'
import type { Row } from '#server/db/schema.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND } from '#server/desk.ts'

const hookPlace = (id: string) => `fact_sources|hook_secret|${id}`

/** Lets one of the brand's systems tell facts. Its token and its secret are shown now, and never again (T4). */
export const createFactSource = (desk: Desk, actor: Actor, input: { name: string }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const at = desk.now()
    const [id, token, secret] = [desk.newId(), newToken(), newHookSecret()]
    await trx
      .insertInto('fact_sources')
      .values({
        ...{ id, workspace_id: actor.workspaceId, name: input.name, created_by: actor.memberId },
        token_hash: hashToken('fact-source', token) ?? Buffer.alloc(0),
        hook_secret: desk.seal.seal('fact-source', hookPlace(id), secret),
        created_at: new Date(at),
      })
      .execute()
    await recordEvents(trx, actor.workspaceId, [
      { name: 'fact-source.created', at, memberId: actor.memberId, data: { sourceId: id } },
    ])
    return { id, token, secret }
  })

/** Cuts it off at once; what it told stays on file, under its name. */
export const revokeFactSource = (desk: Desk, actor: Actor, input: { id: string }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const at = desk.now()
    const revoked = await trx
      .updateTable('fact_sources')
      .set({ revoked_at: new Date(at), revoked_by: actor.memberId })
      .where('id', '=', input.id)
      .where('revoked_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (revoked === undefined) return NOT_FOUND
    await recordEvents(trx, actor.workspaceId, [
      { name: 'fact-source.revoked', at, memberId: actor.memberId, data: { sourceId: input.id } },
    ])
    return { done: true } as const
  })

/** The system that holds this token, in this brand. */
export const sourceOfToken = (
  desk: Desk,
  workspaceId: string,
  token: string,
): Promise<Row<'fact_sources'> | undefined> => {
  const hash = hashToken('fact-source', token)
  if (hash === null) return Promise.resolve(undefined)
  return inWorkspace(desk.db, workspaceId, (trx) =>
    trx
      .selectFrom('fact_sources')
      .selectAll()
      .where('token_hash', '=', hash)
      .where('revoked_at', 'is', null)
      .executeTakeFirst(),
  )
}

/** The system at this address, with the secret that its webhooks are signed with. */
export const sourceOfHook = (desk: Desk, workspaceId: string, id: string) =>
  inWorkspace(desk.db, workspaceId, async (trx) => {
    const source = await trx
      .selectFrom('fact_sources')
      .selectAll()
      .where('id', '=', id)
      .where('revoked_at', 'is', null)
      .executeTakeFirst()
    return source && { source, secret: desk.seal.open('fact-source', hookPlace(id), source.hook_secret) }
  })
