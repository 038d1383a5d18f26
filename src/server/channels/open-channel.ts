import type { Connector, Memory, OpenAccount, Session, Tools } from '#connectors/connector.ts'
import { makeSafeFetch } from '#connectors/safe-fetch.ts'
import type { Row } from '#server/db/schema.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'

export const secretPlace = (accountId: string) => `channel_accounts|secret|${accountId}`

/** The durable memory of one account, written at once. */
const memoryOf = (desk: Desk, workspaceId: string, accountId: string): Memory => ({
  get: (key) =>
    inWorkspace(desk.db, workspaceId, async (trx) => {
      const row = await trx
        .selectFrom('connector_memory')
        .select('value')
        .where('account_id', '=', accountId)
        .where('key', '=', key)
        .executeTakeFirst()
      return row?.value
    }),
  put: (key, value) =>
    inWorkspace(desk.db, workspaceId, async (trx) => {
      const kept = { value: JSON.stringify(value), updated_at: new Date(desk.now()) }
      await trx
        .insertInto('connector_memory')
        .values({ workspace_id: workspaceId, account_id: accountId, key, ...kept })
        .onConflict((c) => c.columns(['account_id', 'key']).doUpdateSet(kept))
        .execute()
    }),
  delete: (key) =>
    inWorkspace(desk.db, workspaceId, async (trx) => {
      await trx.deleteFrom('connector_memory').where('account_id', '=', accountId).where('key', '=', key).execute()
    }),
  list: (prefix) =>
    inWorkspace(desk.db, workspaceId, (trx) =>
      trx
        .selectFrom('connector_memory')
        .select(['key', 'value'])
        .where('account_id', '=', accountId)
        .where((eb) => eb(eb.fn('starts_with', ['key', eb.val(prefix)]), '=', eb.val(true)))
        .orderBy('key')
        .execute(),
    ),
})

/** A drill has no way out: its account is given a door that opens on nothing (C4). */
const noWayOut: typeof fetch = () => Promise.reject(new Error('nothing of a drill leaves the desk'))

/** The tools of a drill's account: a clock, chance, a memory, and no network. */
const sealedTools = (tools: Tools): Tools => ({ ...tools, fetch: noWayOut, allowHosts: [] })

/** The guarded tools that a connector works with. */
export const toolsFor = (desk: Desk, workspaceId: string, accountId: string): Tools => ({
  now: desk.now,
  random: desk.random,
  newId: desk.newId,
  fetch: makeSafeFetch({ allow: [...desk.allowHosts] }),
  allowHosts: desk.allowHosts,
  memory: memoryOf(desk, workspaceId, accountId),
  log: desk.log,
})

/** The account as its connector sees it: its secret opened for this use only. */
export const openAccountOf = (desk: Desk, row: Row<'channel_accounts'>): OpenAccount => ({
  id: row.id,
  externalId: row.external_id,
  handle: row.handle,
  secret: row.secret === null ? {} : JSON.parse(desk.seal.open('channel-secret', secretPlace(row.id), row.secret)),
  settings: row.settings,
})

export const connectorOf = (desk: Desk, row: Pick<Row<'channel_accounts'>, 'connector'>): Connector => {
  const connector = desk.registry.get(row.connector)
  if (connector === undefined) throw new Error(`this desk has no connector named ${row.connector}`)
  return connector
}

/** The one door to a network. A drill's account opens on the drill alone, and nothing else opens on it, whatever the row came to say. */
export const openChannel = (desk: Desk, row: Row<'channel_accounts'>): Session => {
  const connector = connectorOf(desk, row)
  if (row.drill !== (connector.drill === true))
    throw new Error(`an account of ${connector.id} has no place ${row.drill ? 'in' : 'outside'} a drill`)
  const tools = toolsFor(desk, row.workspace_id, row.id)
  return connector.open(openAccountOf(desk, row), row.drill ? sealedTools(tools) : tools)
}
