import { secretPlace } from '#server/channels/open-channel.ts'
import { type Tried, tryCredentials } from '#server/channels/try-credentials.ts'
import { recordEvents } from '#server/db/record-events.ts'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import { type Actor, type Desk, isRefused, type Refused } from '#server/desk.ts'
import { isDrill } from '#server/drills/is-drill.ts'

export interface Connection {
  connector: string
  credentials: Record<string, string>
  brandAccount?: boolean | undefined
}

/** What is known of the account after its credentials were accepted; the secret is sealed for its very row. */
export const connectedRow = (desk: Desk, id: string, { connected }: Tried, listensByAsking: boolean) => ({
  handle: connected.account.handle,
  display_name: connected.account.displayName,
  avatar_url: connected.account.avatarUrl ?? null,
  profile: JSON.stringify(connected.account.profile ?? {}),
  settings: JSON.stringify(connected.settings ?? {}),
  secret: desk.seal.seal('channel-secret', secretPlace(id), JSON.stringify(connected.secret)),
  token_expires_at: connected.tokenExpiresAt === undefined ? null : new Date(connected.tokenExpiresAt),
  state: 'connected' as const,
  attention: null,
  poll_failures: 0,
  quiet_until: null,
  next_poll_at: listensByAsking ? new Date(desk.now()) : null,
})

export const keepMemory = async (desk: Desk, trx: Trx, workspaceId: string, accountId: string, { memory }: Tried) => {
  for (const [key, value] of memory) {
    const kept = { value: JSON.stringify(value), updated_at: new Date(desk.now()) }
    await trx
      .insertInto('connector_memory')
      .values({ workspace_id: workspaceId, account_id: accountId, key, ...kept })
      .onConflict((c) => c.columns(['account_id', 'key']).doUpdateSet(kept))
      .execute()
  }
}

/** An account that was disconnected comes back as itself, with its history; one that is connected is not connected twice. */
const placeOf = async (desk: Desk, trx: Trx, connector: string, externalId: string) => {
  const rows = await trx
    .selectFrom('channel_accounts')
    .select(['id', 'disconnected_at'])
    .where('connector', '=', connector)
    .where('external_id', '=', externalId)
    .orderBy('connected_at', 'desc')
    .forUpdate()
    .execute()
  if (rows.some((row) => row.disconnected_at === null)) return null
  const former = rows[0]
  return former === undefined ? { id: desk.newId(), former: false } : { id: former.id, former: true }
}

const isTwin = (error: unknown): boolean =>
  (error as { constraint?: string } | null)?.constraint === 'channel_accounts_once'

/** Connects an account of the brand. The network has the first word: whose account it is, and whether it may speak for a brand. */
export const connectChannel = async (desk: Desk, actor: Actor, asked: Connection) => {
  // Nothing real is even tried from a drill; and its simulated accounts are made with it, by nobody's hand (C4).
  if (await isDrill(desk, actor.workspaceId)) return { refused: 'drill-sealed' } satisfies Refused
  const connector = desk.registry.get(asked.connector)
  if (connector === undefined || connector.drill === true) return { refused: 'unknown-connector' } satisfies Refused
  // A person's own account and the brand's never share a desk: where no network can tell, a member answers for it.
  const declared = connector.profiles === 'member-declares'
  if (declared && asked.brandAccount !== true) return { refused: 'declaration-needed' } satisfies Refused
  const tried = await tryCredentials(desk, actor.workspaceId, connector, asked.credentials)
  if (isRefused(tried)) return tried
  const { listens, promise } = connector.capabilities
  const byAsking = listens.some((way) => way !== 'webhook')
  const externalId = tried.connected.account.externalId
  const connected = await inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const at = desk.now()
    const place = await placeOf(desk, trx, connector.id, externalId)
    if (place === null) return { refused: 'already-connected' } satisfies Refused
    const row = { ...connectedRow(desk, place.id, tried, byAsking), connected_at: new Date(at), disconnected_at: null }
    if (place.former) await trx.updateTable('channel_accounts').set(row).where('id', '=', place.id).execute()
    else
      await trx
        .insertInto('channel_accounts')
        .values({
          ...row,
          id: place.id,
          workspace_id: actor.workspaceId,
          connector: connector.id,
          external_id: externalId,
          cursor: tried.connected.cursor === undefined ? null : JSON.stringify(tried.connected.cursor),
        })
        .execute()
    await keepMemory(desk, trx, actor.workspaceId, place.id, tried)
    await trx
      .insertInto('sla_policies')
      .values({
        workspace_id: actor.workspaceId,
        connector: connector.id,
        first_reply_minutes: promise.firstReplyMinutes,
        next_reply_minutes: promise.nextReplyMinutes,
        calendar: promise.calendar,
      })
      .onConflict((c) => c.doNothing())
      .execute()
    await recordEvents(trx, actor.workspaceId, [
      {
        name: place.former ? 'channel.reconnected' : 'channel.connected',
        at,
        memberId: actor.memberId,
        accountId: place.id,
        data: { connector: connector.id },
      },
      ...(declared
        ? [{ name: 'channel.declared' as const, at, memberId: actor.memberId, accountId: place.id, data: {} }]
        : []),
    ])
    return { id: place.id, reveal: tried.connected.reveal ?? null }
  }).catch((error: unknown) => {
    if (isTwin(error)) return { refused: 'already-connected' } satisfies Refused
    throw error
  })
  if (!isRefused(connected)) desk.wake('listen')
  return connected
}
