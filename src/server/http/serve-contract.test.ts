import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { contract } from '#contract/index.ts'
import { type Route, route } from '#contract/route.ts'
import { testDatabase } from '#test/database.ts'
import { testDesk } from '#test/desk.ts'
import { openTestSite, siteForTests } from '#test/site.ts'
import { makeServer } from './app.ts'
import { makeDoor } from './door.ts'
import { forActor, forAnyone, type Implementations } from './implementation.ts'
import { serveContract } from './serve-contract.ts'

const base = {
  method: 'GET',
  path: '/thing',
  summary: 'A thing.',
  input: z.strictObject({}),
  output: z.object({ a: z.number() }),
} as const

test('a route that nobody serves, or that names an unknown permission, or that is open by mistake, does not start', async () => {
  await using db = await testDatabase()
  const desk = testDesk(db.database)
  const site = siteForTests()
  const start = async (routes: Record<string, Route>, served: object) => {
    const app = await makeServer(desk, site)
    serveContract(app, desk, makeDoor(desk, site), routes, served as Implementations<typeof routes>)
  }
  const inBrand = route({ ...base, scope: 'workspace', permission: 'inbox.read' })
  const open = route({ ...base, scope: 'installation', permission: 'anyone' })
  const answer = async () => ({ a: 1 })
  await start({ inBrand, open: { ...open, path: '/open' } }, { inBrand: forActor(answer), open: forAnyone(answer) })
  await assert.rejects(start({ inBrand }, {}), /nothing serves the route inBrand/)
  await assert.rejects(
    start({ inBrand: { ...inBrand, permission: 'inbox.raed' } }, { inBrand: forActor(answer) }),
    /inbox\.raed/,
  )
  await assert.rejects(
    start({ inBrand: { ...inBrand, permission: 'anyone' } }, { inBrand: forAnyone(answer) }),
    /cannot ask for anyone/,
  )
  await assert.rejects(start({ open: { ...open, permission: 'inbox.read' } }, { open: forActor(answer) }), /cannot ask/)
  await assert.rejects(start({ inBrand }, { inBrand: forAnyone(answer) }), /asks for actor and is served for anyone/)
})

test('what a route does not declare never leaves, a bug is a number, and a database that is away is said', async () => {
  await using db = await testDatabase()
  const desk = testDesk(db.database)
  const site = siteForTests()
  const app = await makeServer(desk, site)
  const anyone = { scope: 'installation', permission: 'anyone' } as const
  const routes = {
    leak: route({ ...base, ...anyone, path: '/leak' }),
    bug: route({ ...base, ...anyone, path: '/bug' }),
    wrong: route({ ...base, ...anyone, path: '/wrong' }),
    away: route({ ...base, ...anyone, path: '/away' }),
    full: route({ ...base, ...anyone, path: '/full' }),
  }
  const failing = (error: object) =>
    forAnyone(async () => Promise.reject(Object.assign(new Error('words of Camille'), error)))
  serveContract(app, desk, makeDoor(desk, site), routes, {
    leak: forAnyone(async () => ({ a: 1, password_hash: '$argon2id$…' })),
    bug: failing({}),
    wrong: forAnyone(async () => ({ a: 'one' }) as unknown as { a: number }),
    away: failing({ code: 'ECONNREFUSED', syscall: 'connect' }),
    full: failing({ code: '53100' }),
  })
  const get = (path: string) => app.inject({ url: `/api${path}` })
  assert.equal((await get('/leak')).body, '{"a":1}')
  for (const path of ['/bug', '/wrong']) {
    const answer = await get(path)
    assert.equal(answer.statusCode, 500)
    assert.deepEqual(Object.keys(answer.json()), ['refused', 'data'])
    assert.match(answer.json().data.id, /^[0-9a-f-]{36}$/)
    assert.doesNotMatch(answer.body, /Camille|expected/)
  }
  assert.deepEqual(
    [(await get('/away')).statusCode, (await get('/away')).json().refused],
    [503, 'database-unreachable'],
  )
  assert.deepEqual([(await get('/full')).statusCode, (await get('/full')).json().refused], [503, 'disk-full'])
})

test('a character that no database keeps is refused by its place, not by a failure', async () => {
  await using db = await testDatabase()
  const desk = testDesk(db.database)
  const site = siteForTests()
  const app = await makeServer(desk, site)
  const [origin = ''] = site.origins
  const input = z.strictObject({ note: z.string(), labels: z.array(z.string()) })
  const note = route({ ...base, input, method: 'POST', scope: 'installation', permission: 'anyone' })
  serveContract(app, desk, makeDoor(desk, site), { note }, { note: forAnyone(async () => ({ a: 1 })) })
  const say = (body: object) =>
    app.inject({
      method: 'POST',
      url: '/api/thing',
      headers: { origin, 'sec-fetch-site': 'same-origin' },
      payload: body,
    })
  assert.equal((await say({ note: 'Merci 🙏', labels: ['é'] })).statusCode, 200)
  for (const wrong of ['a\0b', '\ud83d']) {
    const answer = await say({ note: wrong, labels: ['fine', wrong] })
    assert.equal(answer.statusCode, 400)
    assert.deepEqual(answer.json().data.fields.sort(), ['labels.1', 'note'])
  }
})

test('the API describes itself: every route, its permission, its schemas', async () => {
  await using db = await testDatabase()
  await using site = await openTestSite(db.database)
  const page = (await site.ask({ url: '/api/openapi.json' })).json()
  assert.equal(page.openapi, '3.1.0')
  const operations = Object.values(page.paths as Record<string, Record<string, { operationId: string }>>).flatMap(
    (path) => Object.values(path),
  )
  assert.deepEqual(operations.map(({ operationId }) => operationId).sort(), Object.keys(contract).sort())
  const invite = page.paths['/api/w/{workspace}/invitations'].post
  assert.equal(invite['x-permission'], 'members.write')
  assert.deepEqual(invite.requestBody.content['application/json'].schema.required, ['email', 'role'])
  const inbox = page.paths['/api/w/{workspace}/inbox'].get
  assert.ok(inbox.parameters.some((one: { name: string; in: string }) => one.name === 'q' && one.in === 'query'))
})
