import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LightMyRequestResponse } from 'fastify'
import { makeLink, SET_UP_MS } from '#server/access/links.ts'
import { hashPassword } from '#server/access/password.ts'
import { IDLE_MS, LIFETIME_MS } from '#server/access/session.ts'
import { newToken } from '#server/access/token.ts'
import { offerSetUp } from '#server/actions/set-up.ts'
import { testDatabase } from '#test/database.ts'
import { openTestSite, type TestSite } from '#test/site.ts'
import { makeWorkspace } from '#test/workspace.ts'

const PASSWORD = 'une marée très basse'
const founder = {
  name: 'Maud Le Goff',
  email: 'Maud@fleurs-du-port.test',
  password: PASSWORD,
  workspace: 'Fleurs du Port',
  language: 'fr',
  timeZone: 'Europe/Paris',
}

const cookieIn = (answer: LightMyRequestResponse): string => {
  const [first] = [answer.headers['set-cookie']].flat()
  return String(first).split(';')[0] ?? ''
}

const setUp = (site: TestSite, token: string | null) =>
  site.ask({ method: 'POST', url: '/api/set-up', body: { ...founder, token } })

const giveLink = async (site: TestSite): Promise<string> => {
  const token = await offerSetUp(site.desk)
  assert.ok(token)
  return token
}

test('the first link makes one administrator, one brand and one session, and is then worth nothing', async () => {
  await using db = await testDatabase()
  await using site = await openTestSite(db.database)
  assert.equal((await site.ask({ url: '/api/set-up' })).json().needed, true)
  const token = await giveLink(site)
  const answer = await setUp(site, token)
  assert.equal(answer.statusCode, 200, answer.body)
  const [cookie] = [answer.headers['set-cookie']].flat()
  assert.match(String(cookie), /^__Host-vigie=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  const view = answer.json()
  assert.equal(view.workspaces[0].role, 'admin')
  assert.ok(view.workspaces[0].permissions.includes('reply.send'))
  assert.equal((await site.ask({ url: '/api/set-up' })).json().needed, false)
  assert.equal(await offerSetUp(site.desk), null)
  const again = await setUp(site, token)
  assert.deepEqual([again.statusCode, again.json().refused], [410, 'link-used'])
  const { policies, calendar } = (
    await site.ask({ url: `/api/w/${view.workspaces[0].id}/promises`, cookie: cookieIn(answer) })
  ).json()
  assert.deepEqual(policies, [])
  assert.deepEqual(calendar.weekly.monday, [{ opens: '09:00', closes: '18:00' }])
  assert.ok(calendar.holidays.includes('2026-07-14'))
})

test('of two who set up at once with two printed links, one becomes the administrator', async () => {
  await using db = await testDatabase()
  await using site = await openTestSite(db.database)
  const links = [await giveLink(site), await giveLink(site)]
  const answers = await Promise.all(
    links.map((token, i) =>
      site.ask({
        method: 'POST',
        url: '/api/set-up',
        body: { ...founder, token, email: `founder${i}@fleurs-du-port.test` },
      }),
    ),
  )
  assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [200, 409])
  assert.equal((await db.database.app.selectFrom('members').selectAll().execute()).length, 1)
})

test('a set-up link dies after a day, and another kind of token is no set-up link', async () => {
  await using db = await testDatabase()
  await using site = await openTestSite(db.database)
  const token = await giveLink(site)
  const invitation = await db.database.app
    .transaction()
    .execute((trx) => makeLink(site.desk, trx, 'invite', SET_UP_MS, { email: founder.email }))
  assert.equal((await setUp(site, invitation.token)).json().refused, 'link-unknown')
  assert.equal((await setUp(site, newToken())).json().refused, 'link-unknown')
  assert.equal((await setUp(site, '')).json().refused, 'link-unknown')
  site.desk.pass(SET_UP_MS)
  const late = await setUp(site, token)
  assert.deepEqual([late.statusCode, late.json().refused], [410, 'link-expired'])
})

test('no link, session or invitation opens what another one is for', async () => {
  await using db = await testDatabase()
  await using site = await openTestSite(db.database)
  const setUpToken = await giveLink(site)
  const cookie = cookieIn(await setUp(site, await giveLink(site)))
  const session = cookie.split('=')[1] ?? ''
  const workspace = (await site.ask({ url: '/api/session', cookie })).json().workspaces[0].id
  const invited = await site.ask({
    method: 'POST',
    url: `/api/w/${workspace}/invitations`,
    cookie,
    body: { email: 'aicha@fleurs-du-port.test', role: 'agent' },
  })
  const invite = String(invited.json().url).split('#')[1] ?? ''
  for (const wrong of [setUpToken, invite])
    assert.equal((await site.ask({ url: '/api/session', cookie: `__Host-vigie=${wrong}` })).statusCode, 401)
  for (const wrong of [setUpToken, session]) {
    const answer = await site.ask({
      method: 'POST',
      url: '/api/invitations/acceptance',
      body: { token: wrong, name: 'Aïcha Morel', password: PASSWORD },
    })
    assert.equal(answer.json().refused, 'link-unknown')
  }
})

const withMember = async (site: TestSite, database: Parameters<typeof makeWorkspace>[0]) => {
  const made = await makeWorkspace(database)
  const email = 'aicha@fleurs-du-port.test'
  await database.app
    .updateTable('members')
    .set({ email, password_hash: await hashPassword(PASSWORD) })
    .where('id', '=', made.members.aicha)
    .execute()
  const signIn = (password: string, cookie?: string, as = email, headers: Record<string, string> = {}) =>
    site.ask({ method: 'POST', url: '/api/session', body: { email: as, password }, cookie, headers })
  return { ...made, email, signIn }
}

test('a session is new at each sign-in: one planted in the browser before is worth nothing', async () => {
  await using db = await testDatabase()
  await using site = await openTestSite(db.database)
  const { signIn } = await withMember(site, db.database)
  const planted = `__Host-vigie=${newToken()}`
  const first = cookieIn(await signIn(PASSWORD, planted))
  assert.notEqual(first, planted)
  assert.equal((await site.ask({ url: '/api/session', cookie: planted })).statusCode, 401)
  const second = cookieIn(await signIn(PASSWORD, first))
  assert.equal((await site.ask({ url: '/api/session', cookie: first })).statusCode, 401)
  assert.equal((await site.ask({ url: '/api/session', cookie: second })).statusCode, 200)
  const out = await site.ask({ method: 'DELETE', url: '/api/session', cookie: second })
  assert.match(String(out.headers['set-cookie']), /^__Host-vigie=; Max-Age=0/)
  assert.equal((await site.ask({ url: '/api/session', cookie: second })).statusCode, 401)
})

test('a session ends after twelve idle hours, and after seven days however busy', async () => {
  await using db = await testDatabase()
  await using site = await openTestSite(db.database)
  const { members } = await withMember(site, db.database)
  const cookie = await site.cookieOf(members.aicha)
  const status = async () => (await site.ask({ url: '/api/session', cookie })).statusCode
  site.desk.pass(IDLE_MS - 1)
  assert.equal(await status(), 200)
  for (let busy = IDLE_MS - 1; busy + IDLE_MS - 1 < LIFETIME_MS; busy += IDLE_MS - 1) {
    site.desk.pass(IDLE_MS - 1)
    assert.equal(await status(), 200)
  }
  site.desk.pass(IDLE_MS - 1)
  assert.equal(await status(), 401)
  const idle = await site.cookieOf(members.aicha)
  site.desk.pass(IDLE_MS)
  assert.equal((await site.ask({ url: '/api/session', cookie: idle })).statusCode, 401)
})

test('a wrong password, an unknown address and a disabled member are answered with the same words', async () => {
  await using db = await testDatabase()
  await using site = await openTestSite(db.database)
  const { signIn, members } = await withMember(site, db.database)
  const wrong = await signIn('une marée très haute')
  const unknown = await signIn(PASSWORD, undefined, 'nobody@fleurs-du-port.test')
  await db.database.app
    .updateTable('members')
    .set({ disabled_at: new Date() })
    .where('id', '=', members.aicha)
    .execute()
  const disabled = await signIn(PASSWORD)
  for (const answer of [wrong, unknown, disabled]) {
    assert.equal(answer.statusCode, 401)
    assert.equal(answer.body, '{"refused":"wrong-credentials"}')
    assert.equal(answer.headers['set-cookie'], undefined)
  }
})

test('passwords are tried ten times, then the account rests, even for the right one; time gives it back', async () => {
  await using db = await testDatabase()
  await using site = await openTestSite(db.database)
  const { signIn } = await withMember(site, db.database)
  for (let i = 0; i < 10; i += 1) assert.equal((await signIn('wrong')).statusCode, 401)
  const tired = await signIn(PASSWORD)
  assert.deepEqual([tired.statusCode, tired.json().refused], [429, 'too-many-attempts'])
  site.desk.pass(tired.json().data.waitMs)
  assert.equal((await signIn(PASSWORD)).statusCode, 200)
})

test('an address that tries many accounts is stopped as well', async () => {
  await using db = await testDatabase()
  await using site = await openTestSite(db.database)
  const { signIn } = await withMember(site, db.database)
  const tries = []
  for (let i = 0; i < 31; i += 1) tries.push((await signIn('wrong', undefined, `n${i}@example.test`)).statusCode)
  assert.deepEqual(tries, [...Array.from({ length: 30 }, () => 401), 429])
})

test('one sees one’s own sessions and ends the one on a lost phone; nobody else’s', async () => {
  await using db = await testDatabase()
  await using site = await openTestSite(db.database)
  const { members } = await withMember(site, db.database)
  const [desk, phone, other] = [
    await site.cookieOf(members.aicha),
    await site.cookieOf(members.aicha),
    await site.cookieOf(members.julien),
  ]
  const { sessions } = (await site.ask({ url: '/api/sessions', cookie: desk })).json()
  assert.equal(sessions.length, 2)
  const lost = sessions.find((one: { current: boolean }) => !one.current)
  const end = (cookie: string) => site.ask({ method: 'DELETE', url: `/api/sessions/${lost.key}`, cookie })
  assert.equal((await end(other)).statusCode, 404)
  assert.equal((await end(desk)).statusCode, 200)
  assert.equal((await site.ask({ url: '/api/session', cookie: phone })).statusCode, 401)
  assert.equal((await site.ask({ url: '/api/session', cookie: desk })).statusCode, 200)
})

test('a new password ends every other session and asks for the old one', async () => {
  await using db = await testDatabase()
  await using site = await openTestSite(db.database)
  const { signIn, members } = await withMember(site, db.database)
  const here = cookieIn(await signIn(PASSWORD))
  const there = await site.cookieOf(members.aicha)
  const change = (current: string, password: string) =>
    site.ask({ method: 'PUT', url: '/api/me/password', cookie: here, body: { current, password } })
  assert.deepEqual((await change('not this one', 'un phare dans la nuit')).json(), { refused: 'wrong-password' })
  assert.equal((await change(PASSWORD, 'too short')).statusCode, 400)
  const changed = await change(PASSWORD, 'un phare dans la nuit')
  assert.equal(changed.statusCode, 200)
  for (const [cookie, status] of [
    [here, 401],
    [there, 401],
    [cookieIn(changed), 200],
  ] as const)
    assert.equal((await site.ask({ url: '/api/session', cookie })).statusCode, status)
  assert.equal((await signIn(PASSWORD)).statusCode, 401)
  assert.equal((await signIn('un phare dans la nuit')).statusCode, 200)
})
