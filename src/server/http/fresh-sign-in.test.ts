import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contract } from '#contract/index.ts'
import { type Route, urlOf } from '#contract/route.ts'
import { hashPassword } from '#server/access/password.ts'
import { FRESH_MS } from '#server/access/session.ts'
import { testDatabase } from '#test/database.ts'
import { openTestSite } from '#test/site.ts'
import { makeWorkspace } from '#test/workspace.ts'

const PASSWORD = 'une marée très basse'

const open = async (db: Awaited<ReturnType<typeof testDatabase>>) => {
  const site = await openTestSite(db.database)
  const { workspaceId, members } = await makeWorkspace(db.database)
  const password_hash = await hashPassword(PASSWORD)
  await db.database.app.updateTable('members').set({ password_hash }).where('id', '=', members.maud).execute()
  const cookie = await site.cookieOf(members.maud)
  const ask = (route: Route, asked = cookie) =>
    site.ask({
      method: route.method,
      url: urlOf(route, workspaceId).replace(':id', members.tom),
      cookie: asked,
      ...(route.method === 'POST' || route.method === 'PUT' ? { body: { role: 'agent' } } : {}),
    })
  const confirm = (password: string, asked = cookie) =>
    site.ask({ method: 'PUT', url: '/api/session', cookie: asked, body: { password } })
  return { ...site, cookie, ask, confirm, [Symbol.asyncDispose]: () => site[Symbol.asyncDispose]() }
}

const fresh = (Object.entries(contract) as [string, Route][]).filter(([, route]) => route.fresh === true)

test('what opens the desk to others asks for a sign-in of the last ten minutes', async () => {
  const named = fresh.map(([name]) => name)
  for (const name of [
    'connectChannel',
    'reconnectChannel',
    'disconnectChannel',
    'inviteMember',
    'changeRole',
    'removeMember',
  ])
    assert.ok(named.includes(name), name)
  await using db = await testDatabase()
  await using site = await open(db)
  for (const [name, route] of fresh) {
    const answer = await site.ask(route)
    assert.notEqual(answer.json().refused, 'fresh-sign-in-needed', name)
    if (name === 'removeMember') assert.equal(answer.statusCode, 200)
  }
  site.desk.pass(FRESH_MS)
  for (const [name, route] of fresh) {
    const answer = await site.ask(route)
    assert.deepEqual([answer.statusCode, answer.json().refused], [403, 'fresh-sign-in-needed'], name)
  }
})

test('the right password makes the session fresh again, under a new token; a wrong one does not', async () => {
  await using db = await testDatabase()
  await using site = await open(db)
  site.desk.pass(FRESH_MS)
  const wrong = await site.confirm('une marée très haute')
  assert.deepEqual([wrong.statusCode, wrong.json().refused], [403, 'wrong-password'])
  assert.equal((await site.ask(contract.changeRole)).json().refused, 'fresh-sign-in-needed')
  const right = await site.confirm(PASSWORD)
  assert.equal(right.statusCode, 200, right.body)
  const renewed = String([right.headers['set-cookie']].flat()[0]).split(';')[0] ?? ''
  assert.notEqual(renewed, site.cookie)
  assert.equal((await site.ask(contract.changeRole, renewed)).statusCode, 200)
  assert.equal((await site.ask(contract.changeRole)).statusCode, 401, 'the old token is worth nothing')
})

test('a stolen session does not get to guess the password', async () => {
  await using db = await testDatabase()
  await using site = await open(db)
  for (let i = 0; i < 10; i += 1) assert.equal((await site.confirm('guess')).json().refused, 'wrong-password')
  assert.equal((await site.confirm(PASSWORD)).json().refused, 'too-many-attempts')
})

test('somebody without the right is told so, fresh or not', async () => {
  await using db = await testDatabase()
  await using site = await openTestSite(db.database)
  const { workspaceId, members } = await makeWorkspace(db.database)
  const cookie = await site.cookieOf(members.aicha)
  site.desk.pass(FRESH_MS)
  const url = `/api/w/${workspaceId}/members/${members.tom}/role`
  const answer = await site.ask({ method: 'PUT', url, cookie, body: { role: 'admin' } })
  assert.equal(answer.json().refused, 'not-allowed')
})
