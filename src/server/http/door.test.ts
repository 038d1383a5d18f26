import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LightMyRequestResponse } from 'fastify'
import { contract } from '#contract/index.ts'
import { urlOf } from '#contract/route.ts'
import { testDatabase } from '#test/database.ts'
import { ORIGIN, openTestSite } from '#test/site.ts'
import { makeWorkspace } from '#test/workspace.ts'

const ID = '00000000-0000-4000-8000-000000000000'
const fill = (url: string): string => url.replace(/:\w+/g, ID)

const foreign: [string, Record<string, string>][] = [
  ['no page is named', {}],
  ['another page asks', { origin: 'https://evil.test' }],
  ['a page without origin asks', { origin: 'null' }],
  ['a page that looks like ours asks', { origin: `${ORIGIN}.evil.test` }],
  ['the port is another', { origin: `${ORIGIN}:8443` }],
  ['the connection is not the secure one', { origin: ORIGIN.replace('https', 'http') }],
  ['the browser says that a neighbour asks', { origin: ORIGIN, 'sec-fetch-site': 'same-site' }],
  ['the browser says that a stranger asks', { origin: ORIGIN, 'sec-fetch-site': 'cross-site' }],
]

test('nothing is changed by a page that is not ours, whatever the route', async () => {
  await using db = await testDatabase()
  await using site = await openTestSite(db.database)
  const { workspaceId, members } = await makeWorkspace(db.database)
  const cookie = await site.cookieOf(members.maud)
  let asked = 0
  for (const [name, route] of Object.entries(contract)) {
    if (route.method === 'GET') continue
    for (const [why, headers] of foreign) {
      const answer: LightMyRequestResponse = await site.app.inject({
        method: route.method,
        url: fill(urlOf(route, workspaceId)),
        headers: { cookie, 'content-type': 'application/json', ...headers },
        payload: '{}',
      })
      assert.deepEqual([answer.statusCode, answer.body], [403, '{"refused":"foreign-page"}'], `${name}, ${why}`)
      asked += 1
    }
  }
  assert.ok(asked > 200, `${asked}`)
})

test('only JSON changes anything: a form of another site cannot pass for it', async () => {
  await using db = await testDatabase()
  await using site = await openTestSite(db.database)
  const { workspaceId, members } = await makeWorkspace(db.database)
  const cookie = await site.cookieOf(members.maud)
  for (const type of [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml',
  ]) {
    const answer = await site.app.inject({
      method: 'POST',
      url: `/api/w/${workspaceId}/labels`,
      headers: { cookie, origin: ORIGIN, 'content-type': type },
      payload: '{"name":"Livraison"}',
    })
    assert.deepEqual([answer.statusCode, answer.json().refused], [415, 'not-json'], type)
  }
})

test('a body that is broken, hostile, too big or says too much is refused, and nothing of it is repeated', async () => {
  await using db = await testDatabase()
  await using site = await openTestSite(db.database)
  const { workspaceId, members } = await makeWorkspace(db.database)
  const cookie = await site.cookieOf(members.maud)
  const send = (payload: string) =>
    site.app.inject({
      method: 'POST',
      url: `/api/w/${workspaceId}/labels`,
      headers: { cookie, origin: ORIGIN, 'content-type': 'application/json' },
      payload,
    })
  const bad: [string, number, string][] = [
    ['{"name":"SECRET-WORDS', 400, 'invalid-json'],
    ['', 400, 'invalid-json'],
    ['{"__proto__":{"role":"admin"},"name":"SECRET-WORDS"}', 400, 'invalid-json'],
    ['{"constructor":{"prototype":{"role":"admin"}},"name":"SECRET-WORDS"}', 400, 'invalid-json'],
    ['["SECRET-WORDS"]', 400, 'invalid-input'],
    ['"SECRET-WORDS"', 400, 'invalid-input'],
    ['null', 400, 'invalid-input'],
    ['{"name":"SECRET-WORDS","workspace_id":"00000000-0000-4000-8000-000000000000"}', 400, 'invalid-input'],
    ['{"name":"SECRET-WORDS","role":"admin"}', 400, 'invalid-input'],
    ['{"name":{"$ne":"SECRET-WORDS"}}', 400, 'invalid-input'],
    [`{"name":"${'SECRET-WORDS'.repeat(100_000)}"}`, 413, 'too-large'],
    [`{"name":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 400, 'invalid-input'],
  ]
  for (const [payload, status, refused] of bad) {
    const answer = await send(payload)
    assert.deepEqual([answer.statusCode, answer.json().refused], [status, refused], payload.slice(0, 80))
    assert.doesNotMatch(answer.body, /SECRET-WORDS/)
  }
  const { data } = (await send('{"name":"Livraison","role":"admin"}')).json()
  assert.deepEqual(data.fields, ['role'])
  assert.equal((await send('{"name":"Livraison"}')).statusCode, 200)
})

test('what the path says cannot be said otherwise in the body', async () => {
  await using db = await testDatabase()
  await using site = await openTestSite(db.database)
  const { workspaceId, members } = await makeWorkspace(db.database)
  const cookie = await site.cookieOf(members.maud)
  const answer = await site.ask({
    method: 'PUT',
    url: `/api/w/${workspaceId}/members/${members.tom}/role`,
    cookie,
    body: { id: members.maud, role: 'agent' },
  })
  assert.deepEqual([answer.statusCode, answer.json().data.fields], [400, ['id']])
})

test('a session asks so often and no more, and is told when to come back', async () => {
  await using db = await testDatabase()
  await using site = await openTestSite(db.database, { site: { requestsPerMinute: { member: 3, stranger: 2 } } })
  const { members } = await makeWorkspace(db.database)
  const cookie = await site.cookieOf(members.maud)
  for (let i = 0; i < 3; i += 1) assert.equal((await site.ask({ url: '/api/session', cookie })).statusCode, 200)
  const answer = await site.ask({ url: '/api/session', cookie })
  assert.deepEqual([answer.statusCode, answer.json().refused], [429, 'too-many-requests'])
  assert.ok(Number(answer.headers['retry-after']) > 0)
  assert.equal((await site.ask({ url: '/api/set-up' })).statusCode, 200)
  assert.equal((await site.ask({ url: '/api/set-up' })).statusCode, 200)
  assert.equal((await site.ask({ url: '/api/set-up' })).statusCode, 429)
})

test('the address of a visitor is the one of the connection, unless a proxy that is known says otherwise', async () => {
  await using db = await testDatabase()
  const asked = async (trustedProxies: string[]) => {
    await using site = await openTestSite(db.database, {
      site: { trustedProxies, requestsPerMinute: { member: 1, stranger: 1 } },
    })
    const from = (address: string) => site.ask({ url: '/api/set-up', headers: { 'x-forwarded-for': address } })
    return [(await from('192.0.2.1')).statusCode, (await from('192.0.2.2')).statusCode]
  }
  assert.deepEqual(await asked([]), [200, 429])
  assert.deepEqual(await asked(['127.0.0.1']), [200, 200])
})

test('every answer forbids what the desk does not need', async () => {
  await using db = await testDatabase()
  await using site = await openTestSite(db.database)
  const { headers } = await site.ask({ url: '/api/session' })
  const policy = String(headers['content-security-policy'])
  for (const line of [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ])
    assert.ok(policy.includes(line), line)
  assert.ok(policy.includes("require-trusted-types-for 'script'"))
  assert.doesNotMatch(policy, /unsafe/)
  assert.equal(headers['cache-control'], 'no-store')
  assert.equal(headers['x-content-type-options'], 'nosniff')
  assert.equal(headers['referrer-policy'], 'no-referrer')
  assert.match(String(headers['strict-transport-security']), /max-age=31536000/)
})
