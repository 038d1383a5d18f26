import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { signHook } from '#server/access/signed-hook.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { testDatabase } from '#test/database.ts'
import { fakeNetwork } from '#test/fake-network.ts'
import { makeAccount, makeMention } from '#test/mention.ts'
import { ORIGIN, openTestSite } from '#test/site.ts'
import { makeWorkspace } from '#test/workspace.ts'

const PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(40)])

/** A brand whose shop may tell facts, and Noé's case, which carries his order. */
const brandWithShop = async () => {
  const db = await testDatabase()
  const site = await openTestSite(db.database, { connectors: [fakeNetwork().connector] })
  const { workspaceId, members } = await makeWorkspace(db.database)
  const accountId = await makeAccount(site.desk, workspaceId)
  const { caseId } = await makeMention(site.desk, workspaceId, accountId)
  const cookie = await site.cookieOf(members.maud)
  const at = `/api/w/${workspaceId}`
  const order = { kind: 'order', status: 'requested', detail: 'FP-2291' }
  await site.ask({ method: 'POST', url: `${at}/cases/${caseId}/facts`, cookie, body: order })
  const made = await site.ask({ method: 'POST', url: `${at}/fact-sources`, cookie, body: { name: 'Boutique' } })
  const shop: { id: string; token: string; secret: string } = made.json()
  const post = (url: string, body: unknown, headers: Record<string, string>) =>
    site.app.inject({
      ...{ method: 'POST', url: at + url, headers: { 'content-type': 'application/json', ...headers } },
      payload: typeof body === 'string' ? body : JSON.stringify(body),
    })
  const facts = () =>
    inWorkspace(site.desk.db, workspaceId, (trx) =>
      trx.selectFrom('facts').selectAll().where('kind', '<>', 'order').orderBy('recorded_at').orderBy('id').execute(),
    )
  return {
    ...{ site, workspaceId, caseId, cookie, at, shop, facts, accountId },
    tell: (body: unknown, token = shop.token) => post('/facts', body, { authorization: `Bearer ${token}` }),
    hook: (body: unknown, { id = 'evt', secret = shop.secret, seconds = Math.floor(site.desk.now() / 1000) } = {}) => {
      const raw = JSON.stringify(body)
      const headers = { 'webhook-id': id, 'webhook-timestamp': `${seconds}` }
      return post(`/fact-hooks/${shop.id}`, raw, {
        ...headers,
        'webhook-signature': signHook(secret, id, seconds, raw),
      })
    },
    async [Symbol.asyncDispose]() {
      await site[Symbol.asyncDispose]()
      await db[Symbol.asyncDispose]()
    },
  }
}

const refund = { id: 'evt-1', case: { order: 'fp-2291' }, kind: 'refund', status: 'done', detail: 'Virement parti' }

test('the shop tells by its token what happened to an order; the fact is proved, settles the case and remembers who told it (T4)', async () => {
  await using b = await brandWithShop()
  const told = await b.tell(refund)
  assert.equal(told.statusCode, 200, told.body)
  assert.deepEqual((await b.tell(refund)).json(), { ...told.json(), repeated: true })
  assert.equal((await b.tell({ ...refund, status: 'cancelled' })).json().refused, 'event-changed')
  const view = (await b.site.ask({ url: `${b.at}/cases/${b.caseId}`, cookie: b.cookie })).json()
  assert.notEqual(view.settledAt, null)
  const [, fact] = view.facts
  assert.deepEqual([fact.source, fact.proof, fact.by], ['Boutique', 'Boutique, evt-1', null])
})

test('twenty times the same event at the same moment is one fact', async () => {
  await using b = await brandWithShop()
  const answers = await Promise.all(Array.from({ length: 20 }, () => b.tell(refund)))
  assert.deepEqual([...new Set(answers.map((one) => one.statusCode))], [200])
  assert.equal((await b.facts()).length, 1)
})

test('what is not an event, of no known case, or of several, is refused and changes nothing', async () => {
  await using b = await brandWithShop()
  const bad = [
    '{',
    '[]',
    { ...refund, extra: 1 },
    { ...refund, case: { order: 'FP-2291', number: 1 } },
    { ...refund, proofUrl: 'javascript:alert(1)' },
    { ...refund, kind: 'miracle' },
    { ...refund, id: 'x'.repeat(201) },
  ]
  for (const body of bad) assert.equal((await b.tell(body)).statusCode, 400, JSON.stringify(body))
  assert.equal((await b.tell({ ...refund, case: { order: 'FP-9' } })).json().refused, 'no-such-case')
  assert.equal((await b.tell({ ...refund, detail: 'x'.repeat(30_000) })).statusCode, 413)
  const other = await makeMention(b.site.desk, b.workspaceId, b.accountId)
  const order = { kind: 'order', status: 'requested', detail: 'FP-2291' }
  await b.site.ask({ method: 'POST', url: `${b.at}/cases/${other.caseId}/facts`, cookie: b.cookie, body: order })
  assert.equal((await b.tell(refund)).json().refused, 'several-cases')
  assert.deepEqual(await b.facts(), [])
})

test('a signed webhook tells the same; a false, old or foreign one is not read', async () => {
  await using b = await brandWithShop()
  const told = await b.hook(refund)
  assert.equal(told.statusCode, 200, told.body)
  assert.equal((await b.hook(refund, { secret: `whsec_${Buffer.alloc(32).toString('base64')}` })).statusCode, 401)
  assert.equal(
    (await b.hook(refund, { seconds: Math.floor(b.site.desk.now() / 1000) - 301 })).json().refused,
    'too-old',
  )
  assert.equal((await b.facts()).length, 1)
})

test('a token that was cut off, made up, or another brand’s opens nothing, and guessing is slowed down', async () => {
  await using b = await brandWithShop()
  const elsewhere = await makeWorkspace(b.site.desk.db, 'Voiles de Nantes')
  const url = `/api/w/${elsewhere.workspaceId}/facts`
  const headers = { authorization: `Bearer ${b.shop.token}`, 'content-type': 'application/json' }
  assert.equal((await b.site.app.inject({ method: 'POST', url, headers, payload: refund })).statusCode, 401)
  await b.site.ask({ method: 'DELETE', url: `${b.at}/fact-sources/${b.shop.id}`, cookie: b.cookie })
  assert.equal((await b.tell(refund)).statusCode, 401)
  assert.equal((await b.hook(refund)).statusCode, 401)
  const tries = await Promise.all(Array.from({ length: 40 }, () => b.tell(refund, 'a'.repeat(43))))
  assert.ok(tries.some((one) => one.statusCode === 429))
  assert.deepEqual(await b.facts(), [])
})

test('a document proves a fact if its own bytes are one; anything else is turned away', async () => {
  await using b = await brandWithShop()
  const keep = (payload: Buffer, headers: Record<string, string> = { origin: ORIGIN }) =>
    b.site.app.inject({
      ...{ method: 'POST', url: `${b.at}/cases/${b.caseId}/documents?name=re%C3%A7u.png`, payload },
      headers: { cookie: b.cookie, 'content-type': 'application/octet-stream', ...headers },
    })
  assert.equal((await keep(Buffer.from('<svg onload=alert(1)>'))).json().refused, 'not-a-document')
  assert.equal((await keep(Buffer.concat([PNG, Buffer.alloc(5_000_001)]))).statusCode, 413)
  assert.equal((await keep(PNG, { origin: 'https://elsewhere.test' })).statusCode, 403)
  const { id } = (await keep(PNG)).json()
  const fact = (documentId: string) =>
    b.site.ask({
      ...{ method: 'POST', url: `${b.at}/cases/${b.caseId}/facts`, cookie: b.cookie },
      body: { kind: 'refund', status: 'done', documentId },
    })
  assert.equal((await fact(randomUUID())).json().refused, 'no-such-document')
  const proved = (await fact(id)).json()
  assert.deepEqual([proved.proof, proved.document.name], ['reçu.png', 'reçu.png'])
  const file = await b.site.ask({ url: proved.document.url, cookie: b.cookie })
  assert.equal(file.headers['content-type'], 'image/png')
})
