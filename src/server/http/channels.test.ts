import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Connected, Connector } from '#connectors/connector.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { testDatabase } from '#test/database.ts'
import { fakeNetwork } from '#test/fake-network.ts'
import { openTestSite, type TestSite } from '#test/site.ts'
import { makeWorkspace } from '#test/workspace.ts'

const words = { fr: 'Jeton', en: 'Token' }
const TOKEN = 'jeton-secret-de-fleurs-du-port'

/** A network whose answer to a connection the test chooses. */
const network = () => {
  const answers: (() => Connected | Promise<Connected>)[] = []
  const account = (externalId: string, handle = 'fleursduport'): Connected => ({
    kind: 'connected',
    account: { externalId, handle, displayName: 'Fleurs du Port' },
    secret: { token: TOKEN },
    reveal: { address: 'shown once' },
  })
  const connector: Connector = {
    ...fakeNetwork().connector,
    fields: [
      { name: 'token', label: words, kind: 'secret', required: true },
      { name: 'server', label: words, kind: 'url', required: false },
    ],
    connect: async (_credentials, tools) => {
      await tools.memory.put('session', { refresh: TOKEN })
      return (answers.shift() ?? (() => account('fleurs')))()
    },
  }
  return { connector, answers, account }
}

const open = async (site: TestSite) => {
  const { workspaceId, members } = await makeWorkspace(site.desk.db)
  const cookie = await site.cookieOf(members.maud)
  const at = `/api/w/${workspaceId}/channel-accounts`
  const connect = (credentials: Record<string, string> = { token: TOKEN }, connector = 'fake') =>
    site.ask({ method: 'POST', url: at, cookie, body: { connector, credentials } })
  const reconnect = (id: string) =>
    site.ask({ method: 'POST', url: `${at}/${id}/connection`, cookie, body: { credentials: { token: TOKEN } } })
  const row = () =>
    inWorkspace(site.desk.db, workspaceId, (trx) =>
      trx.selectFrom('channel_accounts').selectAll().executeTakeFirstOrThrow(),
    )
  const remembered = () =>
    inWorkspace(site.desk.db, workspaceId, (trx) => trx.selectFrom('connector_memory').select('key').execute())
  return { workspaceId, members, cookie, at, connect, reconnect, row, remembered }
}

test('an account is connected once, its secret sealed for its row, its promise that of its network', async () => {
  await using db = await testDatabase()
  await using site = await openTestSite(db.database, { connectors: [network().connector] })
  const { connect, row, at, cookie, workspaceId, remembered } = await open(site)
  const answer = await connect()
  assert.equal(answer.statusCode, 200, answer.body)
  assert.deepEqual(answer.json().reveal, { address: 'shown once' })
  const { secret, next_poll_at } = await row()
  assert.ok(secret && !secret.includes(TOKEN))
  assert.equal(next_poll_at?.getTime(), site.desk.now())
  assert.deepEqual(await remembered(), [{ key: 'session' }])
  const listed = await site.ask({ url: at, cookie })
  assert.doesNotMatch(listed.body, /jeton|shown once/)
  const { policies } = (await site.ask({ url: `/api/w/${workspaceId}/promises`, cookie })).json()
  assert.deepEqual([policies[0].firstReplyMinutes, policies[0].default], [120, false])
  const twice = await connect()
  assert.deepEqual([twice.statusCode, twice.json().refused], [409, 'already-connected'])
  const both = await Promise.all([connect(), connect()])
  assert.deepEqual(
    both.map(({ statusCode }) => statusCode),
    [409, 409],
  )
})

test('two who connect the same account at once have one', async () => {
  await using db = await testDatabase()
  await using site = await openTestSite(db.database, { connectors: [network().connector] })
  const { connect } = await open(site)
  const answers = await Promise.all([connect(), connect(), connect()])
  assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [200, 409, 409])
})

test('what is missing, malformed or not asked for is named before the network is troubled', async () => {
  await using db = await testDatabase()
  await using site = await openTestSite(db.database, { connectors: [network().connector] })
  const { connect } = await open(site)
  const answer = await connect({ server: 'javascript:alert(1)', admin: 'true' })
  assert.equal(answer.statusCode, 400)
  assert.deepEqual(answer.json().data.fields, ['credentials.token', 'credentials.server', 'credentials.admin'])
  assert.equal((await connect({ token: TOKEN }, 'nowhere')).json().refused, 'unknown-connector')
})

test('a network that refuses is quoted; one that breaks is not', async () => {
  await using db = await testDatabase()
  const { connector, answers } = network()
  await using site = await openTestSite(db.database, { connectors: [connector] })
  const { connect, row } = await open(site)
  answers.push(() => ({ kind: 'refused', reason: 'personal-account', detail: 'a person, not a brand' }))
  const refused = await connect()
  assert.deepEqual([refused.statusCode, refused.json().data.reason], [422, 'personal-account'])
  answers.push(() => Promise.reject(new Error(`cannot reach with ${TOKEN}`)))
  const broken = await connect()
  assert.deepEqual([broken.statusCode, broken.body], [502, '{"refused":"connection-failed"}'])
  await assert.rejects(row())
})

test('disconnected, an account forgets its secret and its session, keeps its place, and comes back as itself', async () => {
  await using db = await testDatabase()
  await using site = await openTestSite(db.database, { connectors: [network().connector] })
  const { connect, at, cookie, row, remembered } = await open(site)
  const { id } = (await connect()).json()
  const disconnect = () => site.ask({ method: 'DELETE', url: `${at}/${id}`, cookie })
  assert.equal((await disconnect()).statusCode, 200)
  assert.equal((await disconnect()).statusCode, 404)
  const gone = await row()
  assert.deepEqual([gone.secret, gone.state, gone.next_poll_at], [null, 'disconnected', null])
  assert.deepEqual(await remembered(), [])
  const check = await site.ask({ method: 'POST', url: `${at}/${id}/check`, cookie, body: {} })
  assert.equal(check.json().refused, 'disconnected')
  const back = await connect()
  assert.equal(back.json().id, id)
  assert.equal((await row()).state, 'connected')
})

test('new credentials are for the same account: another one is refused by name', async () => {
  await using db = await testDatabase()
  const { connector, answers, account } = network()
  await using site = await openTestSite(db.database, { connectors: [connector] })
  const { connect, reconnect, row } = await open(site)
  const { id } = (await connect()).json()
  const before = await row()
  answers.push(() => account('boats', 'voilesdenantes'))
  const other = await reconnect(id)
  assert.deepEqual(
    [other.statusCode, other.json()],
    [409, { refused: 'another-account', data: { handle: 'voilesdenantes' } }],
  )
  assert.deepEqual((await row()).secret, before.secret)
  assert.equal((await reconnect(id)).statusCode, 200)
  assert.notDeepEqual((await row()).secret, before.secret)
  assert.equal((await reconnect('00000000-0000-4000-8000-000000000000')).statusCode, 404)
})

test('a channel is asked now unless its network wants quiet', async () => {
  await using db = await testDatabase()
  await using site = await openTestSite(db.database, { connectors: [network().connector] })
  const { connect, at, cookie, row, workspaceId } = await open(site)
  const { id } = (await connect()).json()
  const set = (change: object) =>
    inWorkspace(db.database, workspaceId, (trx) => trx.updateTable('channel_accounts').set(change).execute())
  const check = () => site.ask({ method: 'POST', url: `${at}/${id}/check`, cookie, body: {} })
  await set({ next_poll_at: new Date(site.desk.now() + 600_000) })
  assert.equal((await check()).statusCode, 200)
  assert.equal((await row()).next_poll_at?.getTime(), site.desk.now())
  await set({ quiet_until: new Date(site.desk.now() + 60_000) })
  assert.equal((await check()).json().refused, 'network-asks-for-quiet')
  await site.ask({ method: 'PUT', url: `${at}/${id}`, cookie, body: { colour: '#AABBCC' } })
  assert.equal((await row()).colour, '#aabbcc')
})
