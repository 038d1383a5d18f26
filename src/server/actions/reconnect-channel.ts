import { connectorOf } from '#server/channels/open-channel.ts'
import { tryCredentials } from '#server/channels/try-credentials.ts'
import { recordEvents } from '#server/db/record-events.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, isRefused, NOT_FOUND, type Refused } from '#server/desk.ts'
import { isDrill } from '#server/drills/is-drill.ts'
import { connectedRow, keepMemory } from './connect-channel.ts'

/** New credentials for the same account: its history, its cursor and its place in the desk stay. Another account is refused (G5). */
export const reconnectChannel = async (
  desk: Desk,
  actor: Actor,
  asked: { id: string; credentials: Record<string, string> },
) => {
  if (await isDrill(desk, actor.workspaceId)) return { refused: 'drill-sealed' } satisfies Refused
  const account = await inWorkspace(desk.db, actor.workspaceId, (trx) =>
    trx
      .selectFrom('channel_accounts')
      .select(['connector', 'external_id'])
      .where('id', '=', asked.id)
      .executeTakeFirst(),
  )
  if (account === undefined) return NOT_FOUND
  const connector = connectorOf(desk, account)
  const tried = await tryCredentials(desk, actor.workspaceId, connector, asked.credentials)
  if (isRefused(tried)) return tried
  const { externalId, handle } = tried.connected.account
  if (externalId !== account.external_id) return { refused: 'another-account', data: { handle } } satisfies Refused
  const byAsking = connector.capabilities.listens.some((way) => way !== 'webhook')
  const connected = await inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const at = desk.now()
    const twin = await trx
      .selectFrom('channel_accounts')
      .select('id')
      .where('connector', '=', account.connector)
      .where('external_id', '=', externalId)
      .where('disconnected_at', 'is', null)
      .where('id', '<>', asked.id)
      .executeTakeFirst()
    if (twin !== undefined) return { refused: 'already-connected' } satisfies Refused
    await trx
      .updateTable('channel_accounts')
      .set({ ...connectedRow(desk, asked.id, tried, byAsking), disconnected_at: null })
      .where('id', '=', asked.id)
      .execute()
    // What the connector remembered was of the former credentials, its session first of all.
    await keepMemory(desk, trx, actor.workspaceId, asked.id, tried)
    await recordEvents(trx, actor.workspaceId, [
      { name: 'channel.reconnected', at, memberId: actor.memberId, accountId: asked.id },
    ])
    return { id: asked.id, reveal: tried.connected.reveal ?? null }
  })
  if (!isRefused(connected)) desk.wake('listen')
  return connected
}
