import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Webhook } from 'standardwebhooks'
import { webhook } from '#connectors/webhook/index.ts'
import { testDatabase } from '#test/database.ts'
import { openTestSite, type TestSite } from '#test/site.ts'
import { makeWorkspace } from '#test/workspace.ts'

const connect = async (site: TestSite) => {
  const { workspaceId, members } = await makeWorkspace(site.desk.db)
  const cookie = await site.cookieOf(members.maud)
  const answer = await site.ask({
    method: 'POST',
    url: `/api/w/${workspaceId}/channel-accounts`,
    cookie,
    body: { connector: 'webhook', credentials: { name: 'Forum' } },
  })
  assert.equal(answer.statusCode, 200, answer.body)
  const { id, reveal } = answer.json()
  return { workspaceId, cookie, id: String(id), secret: String(reveal.secret) }
}

const post = (site: TestSite, id: string, payload: string, headers: Record<string, string> = {}) =>
  site.app.inject({
    method: 'POST',
    url: `/hooks/${id}`,
    payload,
    headers: { 'content-type': 'application/json', ...headers },
  })

const signed = (site: TestSite, secret: string, key: string, payload: string, at = site.desk.now()) => ({
  'webhook-id': key,
  'webhook-timestamp': String(Math.floor(at / 1000)),
  'webhook-signature': new Webhook(secret).sign(key, new Date(at), payload),
})

const receipts = (site: TestSite) => site.desk.db.worker.selectFrom('receipts').select(['external_id', 'raw']).execute()

test('a signed webhook is answered once its very bytes are kept; said twice, it is kept once', async () => {
  await using db = await testDatabase()
  await using site = await openTestSite(db.database, { connectors: [webhook] })
  const { id, secret } = await connect(site)
  const payload = '{ "type": "message",\n "text": "Où est ma commande ?" }'
  const headers = signed(site, secret, 'msg_1', payload)
  assert.equal((await post(site, id, payload, headers)).statusCode, 200)
  assert.equal((await post(site, id, payload, headers)).statusCode, 200)
  const kept = await receipts(site)
  assert.equal(kept.length, 1)
  assert.equal(kept[0]?.raw?.toString(), payload)
})

test('a webhook that nobody signed is refused before it is read, and one that is too big before it is held', async () => {
  await using db = await testDatabase()
  await using site = await openTestSite(db.database, { connectors: [webhook] })
  const { id, secret } = await connect(site)
  const broken = '{"this is not json'
  assert.equal((await post(site, id, broken)).statusCode, 401)
  assert.equal((await post(site, id, broken, signed(site, secret, 'a', `${broken} `))).statusCode, 401)
  const old = site.desk.now() - 3_600_000
  assert.notEqual((await post(site, id, broken, signed(site, secret, 'a', broken, old))).statusCode, 200)
  const big = 'x'.repeat(1_000_001)
  assert.equal((await post(site, id, big, signed(site, secret, 'b', big))).statusCode, 413)
  for (const nobody of ['00000000-0000-4000-8000-000000000000', 'x', '..%2f..%2fetc'])
    assert.equal((await post(site, nobody, broken)).statusCode, 404)
  assert.deepEqual(await receipts(site), [])
  const right = signed(site, secret, 'c', broken)
  assert.equal(
    (await post(site, id, broken, right)).statusCode,
    200,
    'what is signed is kept even if nobody can read it',
  )
})

test('a webhook needs no cookie and no origin, and takes any content type', async () => {
  await using db = await testDatabase()
  await using site = await openTestSite(db.database, { connectors: [webhook] })
  const { id, secret } = await connect(site)
  const headers = { ...signed(site, secret, 'msg_1', 'a=b'), 'content-type': 'application/x-www-form-urlencoded' }
  assert.equal((await post(site, id, 'a=b', headers)).statusCode, 200)
})

test('while the database is away nothing is promised: 503, and the network comes again', async () => {
  await using db = await testDatabase()
  await using site = await openTestSite(db.database, { connectors: [webhook] })
  const { id, secret, cookie, workspaceId } = await connect(site)
  const payload = '{}'
  await db.database.owner.query('revoke insert on receipts from vigie_worker')
  const answer = await post(site, id, payload, signed(site, secret, 'msg_1', payload))
  assert.deepEqual([answer.statusCode, answer.headers['retry-after']], [503, '5'])
  await db.database.owner.query('grant insert on receipts to vigie_worker')
  assert.equal((await post(site, id, payload, signed(site, secret, 'msg_1', payload))).statusCode, 200)
  const { channels } = (await site.ask({ url: `/api/w/${workspaceId}/channel-accounts`, cookie })).json()
  assert.equal(channels[0].hookUrl, `https://desk.fleurs-du-port.test/hooks/${id}`)
  assert.equal(channels[0].waitingReceipts, 1)
})
